package org.tipstats;

import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * Runs the tests over HTTP in the order of the packages before the house of rooms. They share one database, and some pages
 * are as wide as the years that other tests had accepted.
 */
public final class TestOrder implements ClassOrderer {

    private static final Map<String, String> BEFORE = Map.ofEntries(
            Map.entry("bench.attack", "attack"),
            Map.entry("bench.hostile", "hostile"),
            Map.entry("bench.speed", "benchmark"),
            Map.entry("bench.world", "world"),
            Map.entry("collect.discussion", "discussion"),
            Map.entry("collect.justify", "submission"),
            Map.entry("collect.receive", "submission"),
            Map.entry("collect.reports", "submission"),
            Map.entry("collect.review", "submission"),
            Map.entry("collect.submission", "submission"),
            Map.entry("collect.upload", "submission"),
            Map.entry("collect.values", "submission"),
            Map.entry("compile.aggregate", "aggregation"),
            Map.entry("compile.mirror", "mirror"),
            Map.entry("disseminate.catalogue", "catalogue"),
            Map.entry("disseminate.comparison", "comparison"),
            Map.entry("disseminate.coverage", "coverage"),
            Map.entry("disseminate.data", "dissemination"),
            Map.entry("disseminate.deliver", "webhook"),
            Map.entry("disseminate.format", "format"),
            Map.entry("disseminate.notify", "subscription"),
            Map.entry("disseminate.query", "dissemination"),
            Map.entry("disseminate.template", "dissemination"),
            Map.entry("files.csv", "csv"),
            Map.entry("files.detect", "csv"),
            Map.entry("files.message", "message"),
            Map.entry("files.parquet", "parquet"),
            Map.entry("files.workbook", "workbook"),
            Map.entry("files.xml", "message"),
            Map.entry("platform.access", "access"),
            Map.entry("platform.audit", "audit"),
            Map.entry("platform.database", "storage"),
            Map.entry("platform.http", "web"),
            Map.entry("platform.job", "job"),
            Map.entry("platform.openapi", "web"),
            Map.entry("platform.problem", "problem"),
            Map.entry("protect.disclose", "disclosure"),
            Map.entry("protect.intruder", "intruder"),
            Map.entry("protect.round", "rounding"),
            Map.entry("protect.suppress", "suppression"),
            Map.entry("publish.checks", "release"),
            Map.entry("publish.citation", "citation"),
            Map.entry("publish.draft", "protection"),
            Map.entry("publish.read", "release"),
            Map.entry("publish.release", "release"),
            Map.entry("sdmx.artefact", "artefact"),
            Map.entry("sdmx.data", "exchange"),
            Map.entry("sdmx.question", "sdmxquery"),
            Map.entry("sdmx.rest", "sdmx"),
            Map.entry("site.admin", "administration"),
            Map.entry("site.area", "profile"),
            Map.entry("site.chapter", "profile"),
            Map.entry("site.drawing", "drawing"),
            Map.entry("site.explore", "explorer"),
            Map.entry("site.file", "filereport"),
            Map.entry("site.flows", "flows"),
            Map.entry("site.frame", "page"),
            Map.entry("site.home", "portal"),
            Map.entry("site.map", "map"),
            Map.entry("site.pdf", "pdf"),
            Map.entry("site.publish", "releasedesk"),
            Map.entry("site.releases", "profile"),
            Map.entry("site.report", "patterns"),
            Map.entry("site.review", "reviewdesk"),
            Map.entry("site.search", "profile"),
            Map.entry("site.session", "session"),
            Map.entry("site.submit", "upload"),
            Map.entry("start.boot", "bootstrap"),
            Map.entry("start.command", "command"),
            Map.entry("start.demo", "bootstrap"),
            Map.entry("start.postgres", "bootstrap"),
            Map.entry("validate.findings", "report"),
            Map.entry("validate.forms", "report"),
            Map.entry("validate.persons", "validation"),
            Map.entry("validate.row", "validation"),
            Map.entry("validate.rule", "validation"),
            Map.entry("validate.run", "validation"),
            Map.entry("validate.table", "validation"),
            Map.entry("vocabulary.cube", "observation"),
            Map.entry("vocabulary.names", "validation"),
            Map.entry("vocabulary.schema", "schema"));

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(TestOrder::key));
    }

    private static String key(ClassDescriptor test) {
        String name = test.getTestClass().getName().substring("org.tipstats.".length());
        int end = name.lastIndexOf('.');
        String inside = end < 0 ? "" : name.substring(0, end);
        return BEFORE.getOrDefault(inside, inside) + name.substring(end + 1);
    }
}
