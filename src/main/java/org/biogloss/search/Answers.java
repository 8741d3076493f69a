package org.biogloss.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;

/// Finds the answer to a request in one state of an index.
record Answers(Analyzer analyzer) {

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(IndexForm.KEY, SortField.Type.STRING));
    private static final Set<String> SHOWN_FIELDS = Set.of(IndexForm.ID, IndexForm.TITLE, IndexForm.TEXT);

    /// @param begin [System#nanoTime()] when the person asked
    SearchResults search(IndexSearcher searcher, SearchRequest request, long begin) throws IOException {
        var translation = new Translation(searcher.getIndexReader());
        var question = QuestionParser.parse(request.query(), translation::knows);
        var query = translation.filtered(translation.query(question), request.filters());
        int wanted = (int) Math.min(
                (long) request.offset() + request.limit(),
                searcher.getIndexReader().maxDoc());
        var top = searcher.search(
                query, new TopFieldCollectorManager(BEST_FIRST, Math.max(1, wanted), Integer.MAX_VALUE));
        var page = Arrays.copyOfRange(
                top.scoreDocs,
                Math.min(request.offset(), top.scoreDocs.length),
                Math.min(wanted, top.scoreDocs.length));
        return new SearchResults(
                top.totalHits.value(), hits(searcher, translation, question, page), secondsSince(begin));
    }

    /// The ids of the documents that hold one of the names, in the order of the index.
    ///
    /// @param within only those that this asks for
    List<String> holding(IndexSearcher searcher, Occurrences names, Optional<SearchRequest> within) throws IOException {
        var query = new BooleanQuery.Builder().add(names.query(), Occur.FILTER);
        if (within.isPresent()) query.add(asked(searcher, within.get()), Occur.FILTER);
        return ids(searcher, query.build());
    }

    /// The ids of all documents that the request asks for, in the order of the index.
    List<String> ids(IndexSearcher searcher, SearchRequest request) throws IOException {
        return ids(searcher, asked(searcher, request));
    }

    private static Query asked(IndexSearcher searcher, SearchRequest request) {
        var translation = new Translation(searcher.getIndexReader());
        var question = QuestionParser.parse(request.query(), translation::knows);
        return translation.filtered(translation.query(question), request.filters());
    }

    private static List<String> ids(IndexSearcher searcher, Query query) throws IOException {
        var ids = new ArrayList<String>();
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) continue;
            var keys = DocValues.getSorted(leaf.reader(), IndexForm.KEY);
            var live = leaf.reader().getLiveDocs();
            var documents = scorer.iterator();
            for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
                if (live != null && !live.get(at) || !keys.advanceExact(at)) continue;
                ids.add(keys.lookupOrd(keys.ordValue()).utf8ToString());
            }
        }
        return ids;
    }

    private List<SearchHit> hits(IndexSearcher searcher, Translation translation, Question question, ScoreDoc[] page)
            throws IOException {
        var snippets = new Snippets(translation.shown(question));
        var stored = searcher.storedFields();
        var hits = new ArrayList<SearchHit>();
        for (var found : page) {
            var document = stored.document(found.doc, SHOWN_FIELDS);
            var score = ((Number) ((FieldDoc) found).fields[0]).doubleValue();
            var title = document.get(IndexForm.TITLE);
            var shown = snippets.of(title, document.get(IndexForm.TEXT));
            hits.add(new SearchHit(document.get(IndexForm.ID), title, score, shown));
        }
        return hits;
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
