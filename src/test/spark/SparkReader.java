import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.SparkSession;
import org.tipstats.spark.CompileTables;

/**
 * Reads open tables with Spark. Each line of the input is a statement in SQL; the answer is one line of JSON for each row, and a
 * line that begins with a full stop, followed by the error if there was one. A line with tabs names two folders: from the
 * tables of the one, those of the other are compiled. Arguments are settings of Spark. It is not compiled with the
 * other tests, because only the process that runs it has Spark on its class path.
 */
public final class SparkReader {

    public static void main(String[] settings) throws Exception {
        SparkSession.Builder builder = SparkSession.builder().master("local[2]").appName("reader");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            builder.config(parts[0], parts[1]);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SparkSession spark = builder.getOrCreate();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            out.println(".");
            for (String statement = in.readLine(); statement != null; statement = in.readLine()) {
                try {
                    String[] folders = statement.split("\t");
                    if (folders.length == 2) {
                        CompileTables.compile(spark, folders[0], folders[1]);
                    } else {
                        spark.sql(statement).toJSON().collectAsList().forEach(out::println);
                    }
                    out.println(".");
                } catch (Exception e) {
                    out.println("." + String.valueOf(e.getMessage()).replaceAll("\\R", " "));
                }
            }
        }
    }
}
