package org.tipstats.mapping.meaning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.NationalWords.Match;
import org.tipstats.vocabulary.names.TableWords;

/** Finds titles with words that may narrow what a table counts, such as {@code Victims in the north}. */
final class TitleWords {

    private static final List<String> GROUPS = List.of("SEX", AgeSums.AGE, "EXPLOITATION", "CITIZENSHIP");
    private static final List<String> REMARKS = List.of("note", "source");

    private TitleWords() {}

    /** Returns whether a title has a word that is neither known nor a name of the area that reports. */
    static boolean hasUnknown(String title, Predicate<String> ownArea) {
        return KnownWords.restOfTitle(title).filter(ownArea.negate()).isPresent();
    }

    /**
     * Returns whether a title that is not understood names persons or cases, and may name only some of them: by an
     * unknown word, by a negation, or as women and children.
     */
    static boolean mayNarrow(String title, Predicate<String> ownArea) {
        TableWords words = TableWords.all();
        List<Match> matches = NationalWords.all().find(title);
        Set<String> sexes = matches.stream()
                .filter(Counterparts::isSex)
                .map(match -> match.codes().get("SEX"))
                .collect(Collectors.toSet());
        boolean grouped = matches.stream().anyMatch(match -> GROUPS.stream().anyMatch(match.codes()::containsKey));
        boolean counted = Counterparts.SUBJECTS.stream().anyMatch(kind -> words.mentions(kind, title))
                || grouped && !words.mentions("publisher", title);
        return counted
                && REMARKS.stream().noneMatch(kind -> words.begins(kind, title))
                && (namesOtherAges(title)
                        || sexes.size() == 1
                        || words.mentions("not", title)
                        || hasUnknown(title, ownArea));
    }

    /** Returns whether a text names a group and a part of it, as victims including children. */
    static boolean isIncluded(String text) {
        String words = text.replaceFirst("^(?:\\p{L}\\)|[^\\p{L}])+", "");
        return TableWords.all().mentions("including", words)
                && !TableWords.all().begins("of-which", words);
    }

    /** Returns whether a text names an age group and other ages, as minors under 16 years. */
    static boolean namesOtherAges(String text) {
        Optional<AgeRange> ages = AgeRange.within(text);
        return ages.isPresent()
                && NationalWords.all().find(text).stream()
                        .flatMap(match -> Optional.ofNullable(match.codes().get(AgeSums.AGE)).stream())
                        .anyMatch(code -> !AgeRange.parse(code).equals(ages));
    }
}
