package org.tipstats.collect.metadata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.metadata.MetadataContent.SeriesBreak;
import org.tipstats.collect.metadata.NationalStructure.AskedAttribute;
import org.tipstats.collect.upload.FormLimits;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.LocalText;

/** Checks an area's metadata against the structure of the schemas, and finds all faults at once. */
final class MetadataCheck {

    private final NationalStructure structure;
    private final int firstYear;
    private final int currentYear;
    private final List<InputError> faults = new ArrayList<>();

    MetadataCheck(NationalStructure structure, int firstYear, int currentYear) {
        this.structure = structure;
        this.firstYear = firstYear;
        this.currentYear = currentYear;
    }

    /** @throws ProblemException 400 with all faults */
    void require(MetadataContent content) {
        if (content == null || content.saysNothing()) {
            throw ProblemException.body(
                    "/content", null, "Say something: a code, a text or a break. There is nothing to withdraw.");
        }
        content.codes().forEach(this::checkCode);
        content.texts().forEach((id, text) -> {
            String pointer = "/content/texts/" + id;
            if (isAsked(pointer, id, false)) {
                checkText(pointer, text);
            }
        });
        checkBreaks(content.breaks());
        ProblemException.requireNone(faults);
    }

    private void checkCode(String id, String code) {
        String pointer = "/content/codes/" + id;
        if (isAsked(pointer, id, true)) {
            List<String> codes = structure.find(id).orElseThrow().codes().codes().stream()
                    .map(Code::id)
                    .toList();
            if (!codes.contains(code)) {
                faults.add(InputError.pointer(
                        pointer, code, "This is no code of " + id + ".", WordSuggestions.near(code, codes)));
            }
        }
    }

    private boolean isAsked(String pointer, String id, boolean coded) {
        List<String> known = structure.asked().stream()
                .filter(each -> each.isCoded() == coded)
                .map(AskedAttribute::id)
                .toList();
        if (!known.contains(id)) {
            String kind = coded ? "code" : "text";
            faults.add(InputError.pointer(
                    pointer, id, "No attribute with a " + kind + " has this id.", WordSuggestions.near(id, known)));
        }
        return known.contains(id);
    }

    private void checkText(String pointer, Map<String, String> text) {
        if (text.isEmpty()) {
            faults.add(InputError.pointer(pointer, null, "Give the text in at least one language."));
        }
        text.forEach((language, words) -> {
            String place = pointer + "/" + language;
            if (!LocalText.LANGUAGES.contains(language)) {
                faults.add(InputError.pointer(
                        place, language, "This is no language of the service.", LocalText.LANGUAGES));
            } else {
                SubmissionTexts.faultOfRequired(place, words, "The text is empty. Leave the language out.")
                        .ifPresent(faults::add);
            }
        });
    }

    private void checkBreaks(List<SeriesBreak> breaks) {
        if (breaks.size() > FormLimits.MAX_BREAKS || !breaks.isEmpty() && !structure.asksBreaks()) {
            faults.add(InputError.pointer(
                    "/content/breaks",
                    null,
                    "There may be at most " + FormLimits.MAX_BREAKS + " breaks, if any are asked."));
            return;
        }
        Set<String> years = new HashSet<>();
        for (int i = 0; i < breaks.size(); i++) {
            String pointer = "/content/breaks/" + i;
            String year = breaks.get(i).year();
            if (!isYear(year)) {
                faults.add(InputError.pointer(
                        pointer + "/year", year, "Give a year from " + firstYear + " to " + currentYear + "."));
            } else if (!years.add(year)) {
                faults.add(InputError.pointer(pointer + "/year", year, "There are two breaks in this year."));
            }
            checkText(pointer + "/text", breaks.get(i).text());
        }
    }

    private boolean isYear(String year) {
        if (year == null || !year.matches("[0-9]{4}")) {
            return false;
        }
        int number = Integer.parseInt(year);
        return number >= firstYear && number <= currentYear;
    }
}
