package org.tipstats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The classes of the program, found by their sources: to read the program's bytecode takes many seconds. */
public final class ProgramSources {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private ProgramSources() {}

    /** Returns the classes that answer requests. {@link ArchitectureTest} checks that exactly these have this name. */
    public static List<Class<?>> resources() {
        return classes(file -> file.getFileName().toString().endsWith("Resource.java"));
    }

    /** Returns the top-level classes whose source has a text. */
    public static List<Class<?>> with(String text) {
        return classes(file -> {
            try {
                return Files.readString(file).contains(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<Class<?>> classes(Predicate<Path> which) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(Files::isRegularFile)
                    .filter(which)
                    .sorted()
                    .<Class<?>>map(ProgramSources::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(Path file) {
        String path = SOURCES.relativize(file).toString();
        String name = path.substring(0, path.length() - ".java".length())
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
