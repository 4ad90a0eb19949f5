package org.tipstats.bench.speed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Large files without faults. They have only the finest codes, so that no total can disagree with its parts. */
final class LargeFiles {

    private static final int FIRST_YEAR = 2000;
    private static final int YEARS = 25;

    private final Dataflow dataflow;

    LargeFiles(SchemaRegistry schemas) {
        this.dataflow = schemas.dataflow("VICTIMS").orElseThrow();
    }

    List<String> areas() {
        return leaves(dataflow.structure().area().codes()).stream()
                .map(Code::id)
                .toList();
    }

    /**
     * Writes a file of ten columns.
     *
     * @param shift a number added to every value, so that another shift revises all of them
     */
    Path write(Path file, int rows, int shift) {
        return write(file, areas(), rows, shift);
    }

    /** Writes a file as {@link #write(Path, int, int)} does, with the figures of these areas only. */
    Path write(Path file, List<String> areas, int rows, int shift) {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n");
            int written = 0;
            for (String exploitation : ids(Role.EXPLOITATION)) {
                for (String age : ids(Role.AGE)) {
                    for (String sex : ids(Role.SEX)) {
                        for (String area : areas) {
                            for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
                                if (written++ == rows) {
                                    return file;
                                }
                                out.write("A," + area + ',' + sex + ',' + age + ',' + exploitation + ",NUMBER," + year
                                        + ',' + (5 + written % 97 + shift) + ",A,F\n");
                            }
                        }
                    }
                }
            }
            throw new IllegalArgumentException("there are only " + written + " finest keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ids(Role role) {
        return leaves(dataflow.structure().dimension(role).orElseThrow().codes()).stream()
                .map(Code::id)
                .toList();
    }

    private static List<Code> leaves(CodeList codes) {
        return codes.codes().stream()
                .filter(code -> codes.isLeaf(code) && !code.isAreaGroup())
                .toList();
    }
}
