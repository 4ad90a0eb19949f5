package org.tipstats.bench.speed;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.logmanager.Logger;
import org.tipstats.bench.world.SyntheticWorld;
import org.tipstats.bench.world.WorldPlan;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataStyle;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.disseminate.format.Format;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Writes a dataflow of 500,000 observations in each format to nowhere, in a process with a limited heap. Writes CSV in
 * turns with Commons CSV, which receives the same cells as ready strings.
 */
final class Downloads {

    private static final int OBSERVATIONS = 500_000;
    private static final int ROUNDS = 5;

    private final SchemaRegistry schemas = SchemaRegistry.load(Path.of("schemas"));
    private final Dataflow dataflow = schemas.dataflow("VICTIMS_CITIZENSHIP").orElseThrow();
    private final DataSelection selection;

    private Downloads() {
        SyntheticWorld world = SyntheticWorld.of(WorldPlan.of(18).years(2003, 2023), schemas);
        Cube compiled = new AggregateCalculator(dataflow, world.population()).calculate(world.accepted(dataflow.id()));
        List<Observation> first = compiled.observations().subList(0, OBSERVATIONS);
        ReleaseReference release =
                new ReleaseReference("b", new LocalText(Map.of("en", "Benchmark")), Instant.EPOCH, "0", 1, true);
        Terms terms = new Terms("", "", LocalText.EMPTY, null, LocalText.EMPTY);
        this.selection =
                DataSelection.whole(release, dataflow, terms, Cube.of(compiled.space(), new ArrayList<>(first)));
    }

    public static void main(String... arguments) throws Exception {
        // The service does the same, because the library logs every cell at finer levels.
        Logger.getLogger("").setLevel(Level.INFO);
        Downloads downloads = new Downloads();
        downloads.csv();
        for (Map.Entry<Format, String> format : Map.of(
                        Format.PARQUET, "< 3 s", Format.XLSX, "", Format.JSON, "", Format.JSON_STAT, "")
                .entrySet()) {
            double seconds = Stopwatch.median(ROUNDS, () -> downloads.write(format.getKey()));
            Stopwatch.print("500,000 observations as " + format.getKey(), seconds, "s", format.getValue(), "", 0);
        }
    }

    private void csv() throws Exception {
        long bytes = write(Format.CSV);
        List<String[]> ready = cells();
        double own = Double.POSITIVE_INFINITY;
        double library = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            own = Math.min(own, Stopwatch.once(() -> write(Format.CSV)));
            library = Math.min(library, Stopwatch.once(() -> print(ready)));
        }
        Stopwatch.print(
                "500,000 observations as CSV",
                bytes / own / 1e6,
                "MB/s",
                "50 MB/s",
                "the time of Commons CSV with ready strings",
                own / library);
    }

    /** Returns a tenth of the same table, so that the heap can hold it. It is written ten times. */
    private List<String[]> cells() throws IOException {
        StringBuilder text = new StringBuilder();
        DataSelection some =
                selection.withPlaces(IntStream.range(0, OBSERVATIONS / 10).toArray());
        DataWriter.of(Format.CSV, DataStyle.PLAIN).write(some, new OutputStream() {
            @Override
            public void write(int b) {
                text.append((char) b);
            }
        });
        return text.toString().lines().map(line -> line.split(",", -1)).toList();
    }

    private static void print(List<String[]> rows) throws IOException {
        try (Writer out = new OutputStreamWriter(new Counted(), StandardCharsets.UTF_8);
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (int turn = 0; turn < 10; turn++) {
                for (String[] row : rows) {
                    printer.printRecord((Object[]) row);
                }
            }
        }
    }

    private long write(Format format) throws IOException {
        Counted out = new Counted();
        DataWriter.of(format, DataStyle.PLAIN).write(selection, out);
        return out.bytes;
    }

    /** Counts bytes and discards them. */
    private static final class Counted extends OutputStream {

        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
