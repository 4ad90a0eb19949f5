package org.tipstats.spark;

import java.io.IOException;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tipstats.files.parquet.ParquetTable.ParquetColumn;
import org.tipstats.publish.tables.PublishedColumns;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The program for {@code spark-submit}: reads the tables of {@code export-accepted} and writes tables of all figures. */
public final class CompileTables {

    private static final String ENDING = ".parquet";

    private final SparkSession spark;
    private final String from;
    private final Broadcast<Structures> structures;
    private final SchemaRegistry schemas;

    private CompileTables(SparkSession spark, String from) {
        this.spark = spark;
        this.from = from;
        Structures read = new Structures(spark.read()
                .option("wholetext", true)
                .textFile(from + "/structures.json")
                .head());
        this.structures = new JavaSparkContext(spark.sparkContext()).broadcast(read);
        this.schemas = read.schemas();
    }

    /** The arguments are the folder with the accepted figures, and the folder to make, in any storage that Spark knows. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Name the folder with the accepted figures, and a new folder for all figures.");
            System.exit(2);
        }
        try (SparkSession spark =
                SparkSession.builder().appName("TIPstats compilation").getOrCreate()) {
            compile(spark, arguments[0], arguments[1]);
        }
    }

    /** Compiles the tables of a folder. Fails if a table exists already in the other folder. */
    public static void compile(SparkSession spark, String from, String to) {
        CompileTables tables = new CompileTables(spark, from);
        for (Dataflow dataflow : tables.schemas.submitted()) {
            tables.figures(dataflow).write().parquet(to + "/" + dataflow.id() + ENDING);
        }
    }

    /**
     * Returns the figures of a dataflow. The method needs all areas of a cell at once, with their population in the same
     * year. So rows are brought together by year, each row once.
     */
    private Dataset<Row> figures(Dataflow dataflow) {
        Dataflow population = schemas.population().orElseThrow();
        Encoder<Row> figures = Encoders.row(type(PublishedColumns.of(new KeySpace(dataflow.structure()))));
        return byYear(dataflow).cogroup(byYear(population), new YearCompiler(structures, dataflow.id()), figures);
    }

    private KeyValueGroupedDataset<Integer, Row> byYear(Dataflow dataflow) {
        StructType type = type(PublishedColumns.ofReported(new KeySpace(dataflow.structure())));
        return spark.read()
                .schema(type)
                .parquet(from + "/" + dataflow.id() + ENDING)
                .groupBy(dataflow.structure().time().id())
                .as(Encoders.INT(), Encoders.row(type));
    }

    private static StructType type(List<ParquetColumn<Observation>> columns) {
        StructType type = new StructType();
        for (ParquetColumn<Observation> column : columns) {
            type = type.add(
                    column.name(),
                    switch (column.kind()) {
                        case TEXT -> "string";
                        case INTEGER -> "int";
                        case NUMBER -> "double";
                    },
                    !column.required());
        }
        return type;
    }
}
