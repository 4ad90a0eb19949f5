package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The rules of the house about the sources themselves: lengths, and what a package says of itself. */
class SourceShapeTest {

    private static final Path MAIN = Path.of("src", "main", "java", "org", "tipstats");
    private static final int LONGEST_CLASS = 250;
    private static final int LONGEST_METHOD = 30;

    @Test
    void classesAndMethodsAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Parsed file : parse()) {
            file.unit.accept(new Measure(file, tooLong), null);
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        Set<Path> described = new TreeSet<>();
        Set<Path> found = new TreeSet<>();
        for (Parsed file : parse()) {
            (file.path.endsWith("package-info.java") ? described : found).add(file.path.getParent());
        }
        Rooms.MAY_IMPORT
                .keySet()
                .forEach(room -> found.add(MAIN.toAbsolutePath().resolve(room)));
        assertEquals(found, described);
    }

    private record Parsed(Path path, CompilationUnitTree unit, SourcePositions positions) {

        int lines(Tree node) {
            long start = positions.getStartPosition(unit, node);
            long end = positions.getEndPosition(unit, node);
            return (int) (unit.getLineMap().getLineNumber(end)
                            - unit.getLineMap().getLineNumber(start))
                    + 1;
        }
    }

    private static final class Measure extends TreeScanner<Void, Void> {

        private final Parsed file;
        private final List<String> tooLong;

        Measure(Parsed file, List<String> tooLong) {
            this.file = file;
            this.tooLong = tooLong;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (file.lines(type) > LONGEST_CLASS) {
                tooLong.add(type.getSimpleName() + ": " + file.lines(type) + " lines");
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getBody() != null && file.lines(method.getBody()) > LONGEST_METHOD) {
                tooLong.add(file.path.getFileName() + ", " + method.getName() + ": " + file.lines(method.getBody())
                        + " lines");
            }
            return super.visitMethod(method, none);
        }
    }

    private static List<Parsed> parse() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(MAIN)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Parsed> parsed = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new Parsed(Path.of(unit.getSourceFile().toUri()), unit, positions));
            }
            return parsed;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
