package org.tipstats.site.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.tipstats.site.search.SearchDocument.Figures;
import org.tipstats.site.search.SearchDocument.Words;

/** Makes the fields under which Lucene finds documents. Documents with the same {@link Words} object share fields. */
final class SearchFields {

    static final String KIND = "kind";
    static final String CODE = "code";
    static final String NAME = "name";
    static final String MORE = "more";
    static final String AREA = "area";
    static final String YEAR = "year";
    /** The field with whole names and codes, which are not split into words. */
    static final String WHOLE = "whole";
    /**
     * The field that says which words a search for the figures may leave out. {@link #WITHOUT_AREA}: the search may
     * leave out the area. {@link #WITHOUT_SUBJECT}: the search may leave out the subject. Figures may have both values.
     */
    static final String FREE = "free";

    static final String WITHOUT_AREA = "area";
    static final String WITHOUT_SUBJECT = "subject";

    private final Map<String, Set<String>> stemsOfWords = new HashMap<>();
    private final Map<Words, List<Field>> ofWords = new IdentityHashMap<>();
    private final Map<Words, List<Field>> ofAreas = new IdentityHashMap<>();
    private final Set<String> chineseWords = new HashSet<>();

    /** Returns the name of the field that contains the stems of the given field's words. */
    static String stems(String field) {
        return field + "-stems";
    }

    Document of(SearchDocument document) {
        Document fields = new Document();
        fields.add(field(KIND, document.kind().name()));
        ofWords.computeIfAbsent(document.words(), this::words).forEach(fields::add);
        if (document.figures() != null) {
            addFigures(document.figures(), fields);
        }
        return fields;
    }

    /** Returns the Chinese words of all documents that were added so far. */
    Set<String> chineseWords() {
        return chineseWords;
    }

    private void addFigures(Figures figures, Document fields) {
        ofAreas.computeIfAbsent(figures.areaWords(), this::area).forEach(fields::add);
        figures.years().forEach(year -> fields.add(field(YEAR, year)));
        if (figures.withoutArea()) {
            fields.add(field(FREE, WITHOUT_AREA));
        }
        if (figures.withoutSubject()) {
            fields.add(field(FREE, WITHOUT_SUBJECT));
        }
    }

    private List<Field> words(Words words) {
        Set<Term> terms = new HashSet<>();
        Stream.concat(words.codes().stream(), words.names().stream())
                .forEach(name -> terms.add(new Term(WHOLE, SearchQuery.whole(name))));
        words.codes().forEach(code -> terms.add(new Term(CODE, WordForms.plain(SearchQuery.whole(code)))));
        words.names().forEach(name -> add(name, NAME, terms));
        words.more().forEach(text -> add(text, MORE, terms));
        return fields(terms);
    }

    private List<Field> area(Words words) {
        Set<Term> terms = new HashSet<>();
        Stream.of(words.codes(), words.names(), words.more())
                .flatMap(List::stream)
                .forEach(text -> add(text, AREA, terms));
        return fields(terms);
    }

    private record Term(String field, String text) {}

    private void add(String text, String field, Set<Term> terms) {
        for (String word : WordForms.words(text)) {
            if (WordForms.isChinese(word)) {
                chineseWords.add(word);
                WordForms.pairs(word).forEach(pair -> terms.add(new Term(field, pair)));
            } else {
                terms.add(new Term(field, WordForms.plain(word)));
                stemsOfWords
                        .computeIfAbsent(word, WordForms::stems)
                        .forEach(stem -> terms.add(new Term(stems(field), stem)));
            }
        }
    }

    private static List<Field> fields(Set<Term> terms) {
        List<Field> fields = new ArrayList<>(terms.size());
        terms.forEach(term -> fields.add(field(term.field(), term.text())));
        return fields;
    }

    private static Field field(String name, String text) {
        return new StringField(name, text, Field.Store.NO);
    }
}
