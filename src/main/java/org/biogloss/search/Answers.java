package org.biogloss.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
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
