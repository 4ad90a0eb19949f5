package org.tipstats.site.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.io.function.IOSupplier;
import org.apache.commons.io.function.Uncheck;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.tipstats.site.search.SearchDocument.Kind;
import org.tipstats.site.search.SearchQuery.Mode;

/**
 * The index of all that is public with one release, in memory. The order of results depends on the documents alone:
 * Lucene computes scores only from the words that match, and documents with equal scores keep their order. Immutable.
 */
final class ReleaseIndex {

    /**
     * The results of a search.
     *
     * @param mode how well the documents match
     * @param groups the results by kind; only kinds with results
     * @param years the years in the search
     */
    record Results(Mode mode, List<Group> groups, List<String> years) {}

    /**
     * The results of a kind.
     *
     * @param shown the first results, the best match first
     * @param total the number of all results
     */
    record Group(Kind kind, List<SearchDocument> shown, int total) {}

    /** The largest number of results that are shown for one kind of documents. */
    static final int MAX_SHOWN = 20;

    /** The largest number of results for one kind if the documents have only some of the words of the search. */
    private static final int MAX_WITH_SOME = 5;

    /**
     * The memory for writing an index, in megabytes. The whole index fits into this memory, so Lucene writes one
     * segment.
     */
    private static final int MAX_BUFFER = 256;

    private final List<SearchDocument> documents;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final Set<String> chineseWords;
    private final IndexSearcher searcher;

    ReleaseIndex(List<SearchDocument> documents) {
        this.documents = List.copyOf(documents);
        SearchFields fields = new SearchFields();
        // One thread writes and nothing is merged, so a document's number in the index is its place in the list.
        IndexWriterConfig config = new IndexWriterConfig()
                .setRAMBufferSizeMB(MAX_BUFFER)
                .setSimilarity(new BooleanSimilarity())
                .setMergePolicy(NoMergePolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (SearchDocument document : documents) {
                writer.addDocument(fields.of(document));
            }
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory cannot be written", e);
        }
        searcher.setSimilarity(new BooleanSimilarity());
        searcher.setQueryCache(null);
        this.chineseWords = Set.copyOf(fields.chineseWords());
    }

    /**
     * Returns the documents that have all words of a search. If there are none, accepts words that begin with a word of
     * the search, then words with one wrong letter, then documents with only some of the words.
     */
    Results find(String text) {
        SearchQuery query = new SearchQuery(text, chineseWords, this::isKnown);
        for (Mode mode : query.isEmpty() ? new Mode[0] : Mode.values()) {
            List<Group> groups = Arrays.stream(Kind.values())
                    .map(kind -> group(kind, query.query(kind, mode), mode == Mode.SOME ? MAX_WITH_SOME : MAX_SHOWN))
                    .filter(group -> group.total() > 0)
                    .toList();
            if (!groups.isEmpty()) {
                return new Results(mode, groups, query.years());
            }
        }
        return new Results(Mode.ALL, List.of(), List.of());
    }

    /**
     * Returns all documents of a kind that have each word of a search, or a word that begins with it. The best match
     * comes first.
     */
    List<SearchDocument> find(Kind kind, String text) {
        SearchQuery query = new SearchQuery(text, chineseWords, this::isKnown);
        return query.isEmpty()
                ? List.of()
                : group(kind, query.query(kind, Mode.BEGINNING), Math.max(1, documents.size()))
                        .shown();
    }

    /** Returns whether any name contains the word. */
    private boolean isKnown(String word) {
        return read(() -> searcher.getIndexReader().docFreq(new Term(SearchFields.NAME, word)) > 0
                || searcher.getIndexReader().docFreq(new Term(SearchFields.AREA, word)) > 0);
    }

    private Group group(Kind kind, Query query, int max) {
        List<SearchDocument> found = Arrays.stream(read(() -> searcher.search(query, max)).scoreDocs)
                .map(hit -> documents.get(hit.doc))
                .toList();
        return new Group(kind, found, found.size() < max ? found.size() : read(() -> searcher.count(query)));
    }

    /** Returns the documents in the order of the index. */
    List<SearchDocument> documents() {
        return documents;
    }

    /** Returns the size of the index in bytes, without the documents. */
    long bytes() {
        return Arrays.stream(read(directory::listAll))
                .mapToLong(file -> read(() -> directory.fileLength(file)))
                .sum();
    }

    private static <T> T read(IOSupplier<T> work) {
        return Uncheck.get(work, () -> "an index in memory cannot be read");
    }
}
