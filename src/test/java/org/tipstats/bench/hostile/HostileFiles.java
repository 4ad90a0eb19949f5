package org.tipstats.bench.hostile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

public final class HostileFiles {

    private static final int ROUNDS = 1;

    private HostileFiles() {}

    /**
     * Returns all hostile files, the same in every run. No two have the same name.
     *
     * @param port the port of a server on this machine; files try to call it, but nobody must
     */
    public static List<HostileFile> all(int port) {
        List<HostileFile> files = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round + 1L);
            String suffix = " " + round;
            List<HostileFile> made = new ArrayList<>();
            made.addAll(Encodings.files(random));
            made.addAll(Dialects.files(random));
            made.addAll(Structures.files(random));
            made.addAll(Values.files(random));
            made.addAll(Injections.files(random, port));
            made.forEach(file -> files.add(new HostileFile(file.name() + suffix, file.bytes(), file.meant())));
        }
        files.addAll(WrongTypes.files());
        files.addAll(Archives.files(port));
        files.addAll(Workbooks.files(port));
        files.addAll(XmlFiles.files(port));
        files.addAll(JsonFiles.files());
        Set<String> names = new HashSet<>();
        files.forEach(file -> {
            if (!names.add(file.name())) {
                throw new IllegalStateException("twice: " + file.name());
            }
        });
        return files;
    }
}
