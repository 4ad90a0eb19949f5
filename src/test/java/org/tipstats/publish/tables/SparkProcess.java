package org.tipstats.publish.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tipstats.JavaCommand;

/**
 * Spark in a process of its own, which reads open tables as an analyst does, and compiles. The build writes its class path into
 * a file. It takes long to start, so its tests share one: it does one statement after the other.
 */
public final class SparkProcess {

    /** The program that compiles tables. */
    public static final Path PROGRAM = Path.of("target", "spark", "tipstats-spark.jar");

    /** The build compiles it with Spark's class path, once for all processes. */
    private static final Path READER = Path.of("target", "spark", "reader");

    private static final Path CLASS_PATH = Path.of("target", "spark", "classpath.txt");
    private static final String END = ".";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The settings that the documentation names, for figures that are not public. */
    private static final List<String> CONFIDENTIAL =
            List.of("spark.hadoop.fs.permissions.umask-mode=077", "spark.io.encryption.enabled=true");

    private static SparkProcess shared;

    /** The packages of the platform that Spark uses in ways that the platform otherwise forbids. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private final Process process;
    private final BufferedWriter statements;
    private final BufferedReader answers;

    private SparkProcess() throws IOException {
        List<String> command = java(
                JavaCommand.of("-Xmx700m"),
                String.join(File.pathSeparator, PROGRAM.toString(), READER.toString(), Files.readString(CLASS_PATH)));
        command.addAll(List.of(
                "SparkReader",
                "spark.ui.enabled=false",
                "spark.log.level=WARN",
                "spark.driver.host=localhost",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.sql.shuffle.partitions=4",
                "spark.sql.parquet.compression.codec=gzip",
                "spark.sql.session.timeZone=UTC"));
        command.addAll(CONFIDENTIAL);
        this.process = new ProcessBuilder(command)
                .redirectError(new File("target/spark/spark.log"))
                .start();
        this.statements = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        answer();
    }

    /** Returns the one process, which starts if it does not run. */
    static synchronized SparkProcess shared() throws IOException {
        if (shared == null) {
            shared = new SparkProcess();
            Runtime.getRuntime().addShutdownHook(new Thread(shared.process::destroyForcibly));
        }
        return shared;
    }

    /** Ends the shared process. The next test that asks for it starts another. */
    static synchronized void end() {
        if (shared != null) {
            shared.process.destroyForcibly();
            shared = null;
        }
    }

    /** Adds a catalogue under a name that is new. */
    void add(String catalogue, Map<String, String> settings) {
        String name = "spark.sql.catalog." + catalogue;
        rows("set " + name + "=org.apache.iceberg.spark.SparkCatalog");
        // Every statement asks the catalogue what is public at this moment.
        Stream.concat(
                        Map.of("type", "rest", "cache-enabled", "false").entrySet().stream(),
                        settings.entrySet().stream())
                .forEach(each -> rows("set `" + name + "." + each.getKey() + "`=" + each.getValue()));
    }

    /** Returns the command that compiles tables as {@code spark-submit} does it: with two processors, on this machine. */
    public static List<String> compilation(String heap, Path from, Path to, String... settings) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = java(new ArrayList<>(List.of(java, "-Xmx" + heap)), Files.readString(CLASS_PATH));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", "local[2]"));
        for (String setting : settings) {
            command.addAll(List.of("--conf", setting));
        }
        command.addAll(List.of("--class", "org.tipstats.spark.CompileTables", PROGRAM.toString()));
        command.addAll(List.of(from.toString(), to.toString()));
        return command;
    }

    private static List<String> java(List<String> command, String classPath) {
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    /** Returns the rows that a statement selects. */
    List<JsonNode> rows(String sql) {
        Answer answer = ask(sql);
        if (!answer.error.isEmpty()) {
            throw new IllegalStateException(answer.error);
        }
        return answer.rows;
    }

    /** Returns the error of a statement; an empty text if there is none. */
    String error(String sql) {
        return ask(sql).error;
    }

    /** Compiles the tables of a folder into another one. */
    void compile(Path from, Path to) {
        rows(from + "\t" + to);
    }

    private record Answer(List<JsonNode> rows, String error) {}

    private synchronized Answer ask(String sql) {
        try {
            statements.write(sql);
            statements.newLine();
            statements.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(END)) {
                return new Answer(rows, line.substring(END.length()));
            }
            rows.add(JSON.readTree(line));
        }
        throw new IllegalStateException("Spark ended: see target/spark/spark.log");
    }
}
