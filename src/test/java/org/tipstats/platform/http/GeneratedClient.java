package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.tipstats.JavaCommand;

/**
 * A Java client of the API that OpenAPI Generator makes from a description. It is compiled together with a program that
 * uses it.
 */
final class GeneratedClient {

    /** The build puts the generator at this path. */
    private static final Path GENERATOR = Path.of("target", "generator", "openapi-generator-cli.jar");

    /**
     * Messages that the generator prints for every description: about OpenAPI 3.1, and about examples that it cannot
     * use.
     */
    private static final List<String> ITS_OWN = List.of(
            "OpenAPI 3.1 support is still in beta",
            "Failed to get the schema name: null",
            "Ignoring complex example on request body");

    private static final Pattern USED = Pattern.compile("[/\\\\](?:jackson|jakarta\\.annotation|http)[^/\\\\]*\\.jar$");

    private final Path folder;
    private final List<String> complaints;

    private GeneratedClient(Path folder, List<String> complaints) {
        this.folder = folder;
        this.complaints = complaints;
    }

    /** @param description the document as JSON */
    static GeneratedClient of(Path description, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("generator.log");
        Process generator = new ProcessBuilder(JavaCommand.of(
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "--generator-name=java",
                        "--library=native",
                        "--input-spec=" + description,
                        "--output=" + folder,
                        "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                        "--additional-properties=invokerPackage=org.tipstats.client,apiPackage=org.tipstats.client.api,"
                                + "modelPackage=org.tipstats.client.model,openApiNullable=false,useJakartaEe=true,"
                                + "useSingleRequestParameter=true"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertTrue(generator.waitFor(20, TimeUnit.MINUTES), "the generator does not end");
            assertEquals(0, generator.exitValue(), Files.readString(log));
        } finally {
            generator.destroyForcibly();
        }
        List<String> complaints = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
                .filter(line -> ITS_OWN.stream().noneMatch(line::contains))
                .toList();
        return new GeneratedClient(folder, complaints);
    }

    /** Returns the faults that the generator found in the description. */
    List<String> complaints() {
        return complaints;
    }

    /** Returns the names of the classes of objects. */
    List<String> models() throws IOException {
        try (Stream<Path> files =
                Files.list(folder.resolve(Path.of("src", "main", "java", "org", "tipstats", "client", "model")))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Compiles the client with a program in the unnamed package, and runs the program.
     *
     * @param program a function of the service's address and of further arguments
     */
    @SuppressWarnings("unchecked")
    Map<String, Object> run(Path program, String address, Map<String, String> given)
            throws IOException, ReflectiveOperationException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(program, classes);
        String name = program.getFileName().toString().replace(".java", "");
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            return ((BiFunction<String, Map<String, String>, Map<String, Object>>)
                            loader.loadClass(name).getDeclaredConstructor().newInstance())
                    .apply(address, given);
        }
    }

    /** Returns the class path of what the client uses. The compiler reads the list of classes of each library on it. */
    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> USED.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void compile(Path program, Path classes) throws IOException {
        List<Path> sources = new ArrayList<>(List.of(program));
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(faults, Locale.ROOT, null)) {
            List<String> options = List.of("-proc:none", "-d", classes.toString(), "-classpath", libraries());
            compiler.getTask(null, manager, faults, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        assertEquals(
                List.of(),
                faults.getDiagnostics().stream()
                        .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .toList());
    }
}
