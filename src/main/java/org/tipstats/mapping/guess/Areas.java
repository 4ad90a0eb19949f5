package org.tipstats.mapping.guess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;

/** Tells the whole country from its parts, by the words of a table. */
final class Areas {

    private Areas() {}

    /** Returns whether a text is the code or a name of the reporting area, or of the whole country in other words. */
    static boolean isOwn(GuessRequest request, String text) {
        if (request.area() == null) {
            return false;
        }
        Code area = request.area();
        List<String> names = Suggestions.of(request.schemas().areas()).exact(text);
        return names.equals(List.of(area.id()));
    }

    /** Returns whether a text names the whole country: the area itself, a total, or a total of the area. */
    static boolean isNational(GuessRequest request, String text) {
        TableWords words = TableWords.all();
        if (text.isEmpty() || isOwn(request, text)) {
            return true;
        }
        if (words.kinds(text).contains("national") || words.kinds(text).contains("total")) {
            return true;
        }
        boolean total = words.mentions("total", text) || words.mentions("national", text);
        return total && KnownWords.rest(text).map(rest -> isOwn(request, rest)).orElse(false);
    }

    /** Returns whether a text contains a word for a total, of the country or of some of its regions. */
    static boolean isTotal(String text) {
        TableWords words = TableWords.all();
        return words.mentions("total", text) || words.mentions("subtotal", text) || words.mentions("national", text);
    }

    /** Returns the code of another country that a text names. */
    static Optional<String> other(GuessRequest request, String text) {
        List<String> names = Suggestions.of(request.schemas().areas()).exact(text);
        return names.size() == 1
                        && (request.area() == null
                                || !names.get(0).equals(request.area().id()))
                ? Optional.of(names.get(0))
                : Optional.empty();
    }

    /**
     * Returns whether the words of a column are countries and groups of countries, and no regions: at least half of the
     * words that are not this country are other countries.
     */
    static boolean areCountries(GuessRequest request, Set<String> words) {
        List<String> abroad =
                words.stream().filter(word -> !isNational(request, word)).toList();
        long countries =
                abroad.stream().filter(word -> other(request, word).isPresent()).count();
        return countries > 1 && countries * 2 >= abroad.size();
    }

    /** Returns whether a text names a part of a country, by a word such as province or область. */
    static boolean isRegion(String text) {
        return TableWords.all().mentions("area", text) && !CellText.fold(text).isEmpty();
    }
}
