package org.tipstats.site.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Makes an example file for readers who have no file to check. The file has three common errors: a name instead of a
 * code, the masked count {@code <5}, and two values for the same key. The codes come from the schema.
 */
final class FaultyExample {

    /** An example file with errors, and the dataflow of the file. */
    record Example(Dataflow dataflow, String fileName, String content) {}

    private static final String ALIASES = "ALIASES";

    private final Dataflow dataflow;
    private final String year;

    private FaultyExample(Dataflow dataflow) {
        this.dataflow = dataflow;
        this.year = dataflow.structure().time().valueAt(0);
    }

    /**
     * Makes a file for the first dataflow that has a code with an alias in a required dimension other than the area;
     * empty if no dataflow has such a code.
     */
    static Optional<Example> of(List<Dataflow> dataflows) {
        return dataflows.stream()
                .flatMap(flow -> new FaultyExample(flow).make().stream())
                .findFirst();
    }

    private Optional<Example> make() {
        return dataflow.requiredDimensions().stream()
                .filter(dimension ->
                        !dimension.isTime() && dimension != dataflow.structure().area())
                .filter(dimension -> alias(dimension).isPresent())
                .findFirst()
                .map(this::withFaultsIn);
    }

    private Example withFaultsIn(Dimension misnamed) {
        List<String> lines = new ArrayList<>();
        lines.add(line(Dimension::id, dataflow.structure().measure().id()));
        lines.add(line(this::defaultCode, "120"));
        lines.add(line(d -> d == misnamed ? alias(d).orElseThrow() : defaultCode(d), "74"));
        lines.add(line(d -> d == misnamed ? aliasedCode(d).orElseThrow().id() : defaultCode(d), "<5"));
        lines.add(line(this::defaultCode, "102"));
        String content = lines.stream().collect(Collectors.joining("\n", "", "\n"));
        return new Example(dataflow, "example.csv", content);
    }

    private String line(Function<Dimension, String> code, String value) {
        return dataflow.requiredDimensions().stream().map(code).collect(Collectors.joining(",", "", "," + value));
    }

    /**
     * Returns a valid code: the first year for the time dimension, the total for a dimension with a total, and
     * otherwise the first code that is not an area group.
     */
    private String defaultCode(Dimension dimension) {
        return dimension.isTime()
                ? year
                : dimension
                        .codes()
                        .total()
                        .or(() -> dimension.codes().first(code -> !code.isAreaGroup()))
                        .map(Code::id)
                        .orElseThrow();
    }

    private static Optional<Code> aliasedCode(Dimension dimension) {
        return dimension
                .codes()
                .first(code -> !code.isTotal() && code.annotation(ALIASES).isPresent());
    }

    private static Optional<String> alias(Dimension dimension) {
        return aliasedCode(dimension).flatMap(code -> code.annotation(ALIASES)).map(names -> names.split(";")[0]);
    }
}
