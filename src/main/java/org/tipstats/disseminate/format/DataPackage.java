package org.tipstats.disseminate.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.disseminate.format.ReleaseBundle.BundledFile;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * Writes the description of a bundle as a tabular data package. The description has licences, a citation, files with
 * sizes and hashes, and columns with types and codes.
 */
record DataPackage(ReleaseReference release, List<BundledFile> files) {

    static final String NAME = "datapackage.json";
    private static final String LANGUAGE = "en";
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Licence(String path, String title) {}

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", "data-package");
        json.put("name", "tipstats-" + release.id().toLowerCase(Locale.ROOT));
        json.put("title", release.title());
        json.put("version", release.id());
        if (release.publishedAt() != null) {
            json.put("created", release.publishedAt().toString());
        }
        json.put("contentHash", release.contentHash());
        files.stream()
                .flatMap(file -> file.terms().citation(LANGUAGE).stream())
                .findFirst()
                .ifPresent(citation -> json.put("citation", citation));
        addLicences(files.stream().map(BundledFile::terms), json);
        json.put("resources", files.stream().map(DataPackage::resource).toList());
        // Jackson escapes characters outside the Basic Multilingual Plane only if it writes bytes.
        return new String(Uncheck.get(() -> JSON.writeValueAsBytes(json)), StandardCharsets.UTF_8) + "\n";
    }

    /** Adds each licence once. A licence without a URL refers to the licence file of the bundle. */
    private static void addLicences(Stream<Terms> terms, Map<String, Object> json) {
        List<Licence> licences = terms.filter(each ->
                        each.licenceUrl() != null || each.licence(LANGUAGE).isPresent())
                .map(each -> new Licence(
                        each.licenceUrl() == null ? LicenceFile.NAME : each.licenceUrl(),
                        each.licence(LANGUAGE).orElse(null)))
                .distinct()
                .toList();
        if (!licences.isEmpty()) {
            json.put("licenses", licences);
        }
    }

    private static Map<String, Object> resource(BundledFile file) {
        Dataflow dataflow = file.dataflow();
        boolean csv = file.format() == Format.PLAIN_CSV;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "name",
                dataflow.id().toLowerCase(Locale.ROOT) + "-" + file.format().extension());
        json.put("path", file.path());
        json.put("title", dataflow.name().inLanguage(LANGUAGE));
        json.put("description", dataflow.description().inLanguage(LANGUAGE));
        json.put("terms", file.terms().address());
        addLicences(Stream.of(file.terms()), json);
        json.put("format", file.format().extension());
        json.put("mediatype", csv ? "text/csv" : file.format().mediaType());
        if (csv) {
            json.put("profile", "tabular-data-resource");
            json.put("encoding", "utf-8");
        }
        json.put("bytes", file.bytes());
        json.put("hash", "sha256:" + file.sha256());
        json.put("observations", file.observations());
        json.put("schema", schema(dataflow));
        return json;
    }

    private static Map<String, Object> schema(Dataflow dataflow) {
        List<ObservationField> fields = ObservationField.of(new KeySpace(dataflow.structure()));
        List<Dimension> dimensions = dataflow.structure().dimensions();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fields", fields.stream().map(field -> column(field, dataflow)).toList());
        json.put("primaryKey", dimensions.stream().map(Dimension::id).toList());
        json.put("missingValues", List.of(""));
        return json;
    }

    private static Map<String, Object> column(ObservationField field, Dataflow dataflow) {
        boolean year = field.id().equals(dataflow.structure().time().id());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", field.id());
        json.put("title", field.name().inLanguage(LANGUAGE));
        json.put("type", year ? "year" : field.numeric() ? "number" : "string");
        if (field.codes() != null) {
            List<String> codes = field.codes().codes().stream().map(Code::id).toList();
            json.put("constraints", Map.of("enum", codes));
        }
        return json;
    }

    /**
     * Writes the licence file of a bundle: the terms of use of its dataflows and the citation of the release, in all
     * languages.
     */
    static final class LicenceFile {

        static final String NAME = "LICENCE.txt";

        private LicenceFile() {}

        private record LicenceText(LocalText text, String url) {}

        /**
         * Returns the text of the file. Dataflows with the same terms of use are listed together, above the text of
         * these terms.
         */
        static String text(List<BundledFile> files) {
            Map<LicenceText, Set<String>> dataflows = new LinkedHashMap<>();
            Set<LocalText> citations = new LinkedHashSet<>();
            for (BundledFile file : files) {
                Terms terms = file.terms();
                LicenceText licence = new LicenceText(terms.licence(), terms.licenceUrl());
                dataflows
                        .computeIfAbsent(licence, none -> new LinkedHashSet<>())
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
}
