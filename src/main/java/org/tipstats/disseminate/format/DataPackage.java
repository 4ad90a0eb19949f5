package org.tipstats.disseminate.format;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private record Licence(String path, String title) {}

    String json() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonDataWriter.JSON.createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("profile", "data-package");
            json.writeStringField("name", "tipstats-" + release.id().toLowerCase(Locale.ROOT));
            json.writeStringField("title", release.title());
            json.writeStringField("version", release.id());
            if (release.publishedAt() != null) {
                json.writeStringField("created", release.publishedAt().toString());
            }
            json.writeStringField("contentHash", release.contentHash());
            writeCitation(json);
            writeLicences(files.stream().map(BundledFile::terms).toList(), json);
            json.writeArrayFieldStart("resources");
            for (BundledFile file : files) {
                write(file, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8) + "\n";
    }

    private void writeCitation(JsonGenerator json) throws IOException {
        Optional<String> citation = files.stream()
                .flatMap(file -> file.terms().citation(LANGUAGE).stream())
                .findFirst();
        if (citation.isPresent()) {
            json.writeStringField("citation", citation.get());
        }
    }

    /** Writes each licence once. A licence without a URL refers to the licence file of the bundle. */
    private static void writeLicences(List<Terms> terms, JsonGenerator json) throws IOException {
        List<Licence> licences = terms.stream()
                .filter(each ->
                        each.licenceUrl() != null || each.licence(LANGUAGE).isPresent())
                .map(each -> new Licence(
                        each.licenceUrl() == null ? LicenceFile.NAME : each.licenceUrl(),
                        each.licence(LANGUAGE).orElse(null)))
                .distinct()
                .toList();
        if (licences.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("licenses");
        for (Licence licence : licences) {
            json.writeStartObject();
            json.writeStringField("path", licence.path());
            if (licence.title() != null) {
                json.writeStringField("title", licence.title());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(BundledFile file, JsonGenerator json) throws IOException {
        Dataflow dataflow = file.dataflow();
        boolean csv = file.format() == Format.PLAIN_CSV;
        json.writeStartObject();
        json.writeStringField(
                "name",
                dataflow.id().toLowerCase(Locale.ROOT) + "-" + file.format().extension());
        json.writeStringField("path", file.path());
        json.writeStringField("title", dataflow.name().inLanguage(LANGUAGE));
        json.writeStringField("description", dataflow.description().inLanguage(LANGUAGE));
        json.writeStringField("terms", file.terms().address());
        writeLicences(List.of(file.terms()), json);
        json.writeStringField("format", file.format().extension());
        json.writeStringField("mediatype", csv ? "text/csv" : file.format().mediaType());
        if (csv) {
            json.writeStringField("profile", "tabular-data-resource");
            json.writeStringField("encoding", "utf-8");
        }
        json.writeNumberField("bytes", file.bytes());
        json.writeStringField("hash", "sha256:" + file.sha256());
        json.writeNumberField("observations", file.observations());
        writeSchema(dataflow, json);
        json.writeEndObject();
    }

    private static void writeSchema(Dataflow dataflow, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (ObservationField field : ObservationField.of(new KeySpace(dataflow.structure()))) {
            write(field, dataflow, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("primaryKey");
        for (Dimension dimension : dataflow.structure().dimensions()) {
            json.writeString(dimension.id());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missingValues");
        json.writeString("");
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ObservationField field, Dataflow dataflow, JsonGenerator json) throws IOException {
        boolean year = field.id().equals(dataflow.structure().time().id());
        json.writeStartObject();
        json.writeStringField("name", field.id());
        json.writeStringField("title", field.name().inLanguage(LANGUAGE));
        json.writeStringField("type", year ? "year" : field.numeric() ? "number" : "string");
        if (field.codes() != null) {
            json.writeObjectFieldStart("constraints");
            json.writeArrayFieldStart("enum");
            for (Code code : field.codes().codes()) {
                json.writeString(code.id());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
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
         * Returns the text of the file. Dataflows with the same terms of use are listed together, followed by these
         * terms.
         */
        static String text(List<BundledFile> files) {
            Map<LicenceText, Set<String>> dataflows = new LinkedHashMap<>();
            Set<LocalText> citations = new LinkedHashSet<>();
            for (BundledFile file : files) {
                Terms terms = file.terms();
                dataflows
                        .computeIfAbsent(
                                new LicenceText(terms.licence(), terms.licenceUrl()), none -> new LinkedHashSet<>())
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
