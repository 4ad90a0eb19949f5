package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The rules of the house about the sources themselves: lengths, sizes of packages, simple names, fractions, and descriptions of packages. */
@Execution(ExecutionMode.CONCURRENT)
class SourceShapeTest {

    private static final Path MAIN = Path.of("src", "main", "java", "org", "tipstats");
    private static final int LONGEST_CLASS = 250;
    private static final int LONGEST_METHOD = 30;

    private static List<Parsed> parsed;

    /** The trees take much memory, and the process of tests goes on. */
    @AfterAll
    static void forget() {
        parsed = null;
    }

    @Test
    void classesAndMethodsAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Parsed file : parsed()) {
            file.unit.accept(new Measure(file, tooLong), null);
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void everyPackageIsDescribed() throws IOException {
        Set<Path> described = new TreeSet<>();
        Set<Path> found = new TreeSet<>();
        for (Path file : sources()) {
            (file.endsWith("package-info.java") ? described : found).add(file.getParent());
        }
        Rooms.MAY_IMPORT.keySet().forEach(room -> found.add(MAIN.resolve(room)));
        assertEquals(found, described);
    }

    @Test
    void anInnerPackageIsSmall() throws IOException {
        Map<String, Long> files = sources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(SourceShapeTest::packageOf, TreeMap::new, Collectors.counting()));
        files.entrySet().removeIf(each -> each.getValue() <= Rooms.MAX_FILES);
        Rooms.LARGER.forEach((name, most) -> files.computeIfPresent(name, (same, now) -> now <= most ? null : now));
        assertEquals(Map.of(), files, "split the package by what it does, or nest small types");
    }

    @Test
    void noSimpleNameIsThereTwice() throws IOException {
        Map<String, List<String>> packages = sources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().replace(".java", ""),
                        TreeMap::new,
                        Collectors.mapping(SourceShapeTest::packageOf, Collectors.toList())));
        packages.values().removeIf(each -> each.size() == 1);
        assertEquals(Map.of(), packages, "two types have one name");
    }

    /** Counts are whole and rates are decimal: a binary fraction of a person is nobody's figure. */
    @Test
    void figuresAreNeverBinaryFractions() throws IOException {
        Set<String> rooms =
                Set.of("vocabulary", "validate", "compile", "protect", "collect", "publish", "start.tables");
        Set<String> found = new TreeSet<>();
        for (Parsed file : parsed()) {
            String name = file.path.getFileName().toString().replace(".java", "");
            String place = packageOf(file.path);
            boolean hasFigures = rooms.contains(place) || rooms.contains(place.split("[.]")[0]);
            if (hasFigures && !name.endsWith("Solver")) {
                file.unit.accept(new Fractions(name, found), null);
            }
        }
        assertEquals(new TreeSet<>(Rooms.FRACTIONS), found);
    }

    private static final class Fractions extends TreeScanner<Void, Void> {

        private final String name;
        private final Set<String> found;

        Fractions(String name, Set<String> found) {
            this.name = name;
            this.found = found;
        }

        @Override
        public Void visitPrimitiveType(PrimitiveTypeTree type, Void none) {
            if (type.getPrimitiveTypeKind() == TypeKind.DOUBLE || type.getPrimitiveTypeKind() == TypeKind.FLOAT) {
                found.add(name);
            }
            return super.visitPrimitiveType(type, none);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void none) {
            if (literal.getKind() == Tree.Kind.DOUBLE_LITERAL || literal.getKind() == Tree.Kind.FLOAT_LITERAL) {
                found.add(name);
            }
            return super.visitLiteral(literal, none);
        }

        @Override
        public Void visitIdentifier(IdentifierTree identifier, Void none) {
            if (identifier.getName().contentEquals("Double")
                    || identifier.getName().contentEquals("Float")) {
                found.add(name);
            }
            return super.visitIdentifier(identifier, none);
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String packageOf(Path source) {
        return MAIN.toAbsolutePath()
                .relativize(source.toAbsolutePath().getParent())
                .toString()
                .replace(java.io.File.separatorChar, '.');
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

    /** Returns the sources as trees, which are made once for all rules. */
    private static synchronized List<Parsed> parsed() throws IOException {
        if (parsed == null) {
            parsed = parse();
        }
        return parsed;
    }

    private static List<Parsed> parse() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<Parsed> parsed = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                parsed.add(new Parsed(Path.of(unit.getSourceFile().toUri()), unit, positions));
            }
            return parsed;
        }
    }
}
