package org.biogloss.search;

import java.io.IOException;
import java.io.StringReader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;

/// The words of one mention, each kept under its type (`gene:brca`) and under any type (`:brca`).
final class MentionField extends Field {

    private final String type;
    private final String words;

    MentionField(String type, String words, FieldType fieldType) {
        super(IndexForm.MENTION, words, fieldType);
        this.type = type;
        this.words = words;
    }

    /// The term under which a mention's word stands.
    static String term(String type, String word) {
        return type + ':' + word;
    }

    /// Lucene hands back the stream of the mention before, so that a million mentions need one.
    @Override
    @SuppressWarnings("ReferenceEquality")
    public TokenStream tokenStream(Analyzer analyzer, TokenStream reuse) {
        var stream = reuse instanceof TypedWords typed ? typed : new TypedWords(new FoldingTokenizer());
        stream.read(type, words);
        return stream;
    }

    private static final class TypedWords extends TokenFilter {

        private final FoldingTokenizer tokenizer;
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final StringBuilder word = new StringBuilder();
        private String type = "";
        private boolean untypedIsDue;

        TypedWords(FoldingTokenizer tokenizer) {
            super(tokenizer);
            this.tokenizer = tokenizer;
        }

        void read(String newType, String words) {
            type = newType;
            tokenizer.setReader(new StringReader(words));
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            untypedIsDue = false;
        }

        @Override
        public boolean incrementToken() {
            if (untypedIsDue) {
                term.setEmpty().append(':').append(word);
                increment.setPositionIncrement(0);
                untypedIsDue = false;
                return true;
            }
            if (!tokenizer.incrementToken()) return false;
            word.setLength(0);
            word.append(term);
            term.setEmpty().append(type).append(':').append(word);
            untypedIsDue = true;
            return true;
        }
    }
}
