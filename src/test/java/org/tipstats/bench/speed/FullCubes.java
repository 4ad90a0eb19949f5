package org.tipstats.bench.speed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;

/** Files of victims that hold every cell of area after area and year after year: all codes, totals included. */
final class FullCubes {

    /** The kind of rows. */
    enum Kind {
        /** All parts add up, and a third of the counts below 5 is masked. */
        CLEAN,
        /** Every row has an error in one of its cells. */
        WRONG,
        /** Every value is random, so that no total is right, and the last rows repeat a key. */
        DISAGREEING
    }

    private static final int FIRST_YEAR = 2000;
    private static final int YEARS = 25;
    private static final int TWICE = 15_000;

    private final Dataflow dataflow;
    private final int rows;
    private final Kind kind;
    private final Random random = new Random(1);
    private int written;

    /**
     * Creates files of a kind.
     *
     * @param rows the smallest number of rows; only whole cubes are written
     */
    FullCubes(Dataflow dataflow, int rows, Kind kind) {
        this.dataflow = dataflow;
        this.rows = rows;
        this.kind = kind;
    }

    Path write(Path file) throws IOException {
        List<Code> areas = dataflow.structure().area().codes().codes().stream()
                .filter(code -> !code.isAreaGroup())
                .toList();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n");
            for (int cube = 0; written < rows; cube++) {
                String area = areas.get(cube / YEARS).id();
                int year = FIRST_YEAR + cube % YEARS;
                for (Code form : codes(Role.EXPLOITATION)) {
                    for (Code age : codes(Role.AGE)) {
                        for (Code sex : codes(Role.SEX)) {
                            write(area, sex, age, form, year, out);
                        }
                    }
                }
            }
        }
        return file;
    }

    private void write(String area, Code sex, Code age, Code form, int year, BufferedWriter out) throws IOException {
        boolean twice = kind == Kind.DISAGREEING && written >= rows - TWICE;
        long count = weight(sex, Role.SEX) * weight(age, Role.AGE) * weight(form, Role.EXPLOITATION);
        for (int i = 0; i < (twice ? 2 : 1); i++) {
            boolean masked = kind == Kind.CLEAN && count < 5 && random.nextInt(3) == 0;
            String value = kind == Kind.DISAGREEING ? String.valueOf(random.nextInt(100)) : masked ? "" : count + "";
            String[] cells = {
                "A",
                area,
                sex.id(),
                age.id(),
                form.id(),
                "NUMBER",
                year + "",
                value,
                masked ? "Q" : "A",
                masked ? "A" : "F"
            };
            if (kind == Kind.WRONG) {
                spoil(cells);
            }
            out.write(String.join(",", cells));
            out.write('\n');
            written++;
        }
    }

    private void spoil(String[] cells) {
        switch (written % 5) {
            case 0 -> cells[2] = "W";
            case 1 -> cells[7] = written % 97 + ".5";
            case 2 -> cells[7] = "";
            case 3 -> cells[6] = "19" + (10 + written % 90);
            default -> cells[8] = "M";
        }
    }

    /**
     * Returns the weight of a code. A leaf has the weight 1 or 2, any other code the sum of its leaves, so that the
     * products add up in every dimension.
     */
    private long weight(Code code, Role role) {
        CodeList list = dataflow.structure().dimension(role).orElseThrow().codes();
        if (list.isLeaf(code)) {
            return 1 + code.position() % 2;
        }
        return list.children(code).stream()
                .mapToLong(child -> weight(child, role))
                .sum();
    }

    private List<Code> codes(Role role) {
        return dataflow.structure().dimension(role).orElseThrow().codes().codes();
    }
}
