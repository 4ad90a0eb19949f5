package org.tipstats.disseminate.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Writes the licence file of a bundle: the terms of use of its dataflows and the citation of the release, in all
 * languages.
 */
final class LicenceFile {

    static final String NAME = "LICENCE.txt";

    private LicenceFile() {}

    private record Licence(LocalText text, String url) {}

    /** Returns the text of the file. It lists dataflows with the same terms together, followed by those terms. */
    static String text(List<BundledFile> files) {
        Map<Licence, Set<String>> dataflows = new LinkedHashMap<>();
        Set<LocalText> citations = new LinkedHashSet<>();
        for (BundledFile file : files) {
            Terms terms = file.terms();
            dataflows
                    .computeIfAbsent(new Licence(terms.licence(), terms.licenceUrl()), none -> new LinkedHashSet<>())
                    .add(file.dataflow().id());
            citations.add(terms.citation());
        }
        List<String> lines = new ArrayList<>();
        dataflows.forEach((licence, ids) -> {
            lines.add(String.join(", ", ids));
            if (licence.url() != null) {
                lines.add(licence.url());
            }
            add(licence.text(), lines);
            lines.add("");
        });
        citations.forEach(citation -> add(citation, lines));
        return String.join("\n", lines) + "\n";
    }

    private static void add(LocalText text, List<String> lines) {
        LocalText.LANGUAGES.stream()
                .map(text.texts()::get)
                .filter(said -> said != null)
                .forEach(lines::add);
    }
}
