package org.tipstats.collect.reports;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateNode.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.VisibleText;
import org.tipstats.validate.forms.ReportTexts;
import org.tipstats.validate.forms.ReportWriter;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes reports as self-contained pages, without scripts or other files. Equal reports give equal bytes. Text from
 * files never becomes markup and does not change the direction of the text around it.
 */
public final class HtmlReport {

    /** Largest number of findings in one page. */
    public static final int MOST_FINDINGS = ReportWriter.MAX_FINDINGS;

    private static final String STYLE = resource("report.css");

    /**
     * The strictest content security policy under which the page is displayed correctly. A response header may add to
     * this policy.
     */
    public static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private final Dataflow dataflow;
    private final ReportTexts texts;
    private final RuleTexts rules;

    /**
     * The links of a page. A link that is null is not shown.
     *
     * @param from the number of findings on all earlier pages
     * @param first the first page of findings; null on the first page
     * @param next the next page of findings
     */
    public record Links(long from, String first, String next, String csv, String xlsx, String json) {

        /** No links, for a page without related pages. */
        public static final Links NONE = new Links(0, null, null, null, null, null);
    }

    /** @param language a code such as {@code en}; English is used if the language has no texts */
    public HtmlReport(Dataflow dataflow, String language) {
        this.dataflow = dataflow;
        this.texts = new ReportTexts(language);
        this.rules = RuleTexts.in(language);
    }

    /**
     * Writes the head and up to {@link #MOST_FINDINGS} findings.
     *
     * @param findings the findings of the report, from the first one on this page
     * @param out the stream for the page; it stays open
     */
    public void write(ValidationReport report, Iterator<Finding> findings, Links links, OutputStream out)
            throws IOException {
        String page = Parsed.TEMPLATE
                .data("t", texts)
                .data("rules", rules)
                .data("report", report)
                .data("links", links)
                .data("policy", POLICY)
                .data("style", new RawString(STYLE))
                .data("page", new HtmlPage(report, findings, links.from(), dataflow, texts, rules))
                .render();
        out.write(page.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The template, parsed when the first page is written. */
    private static final class Parsed {
        static final Template TEMPLATE = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new VisibleMarkup())
                .build()
                .parse(resource("report.html"));
    }

    /** Escapes every text and makes its invisible characters visible. */
    static final class VisibleMarkup implements ResultMapper {

        private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of());

        static String of(String text) {
            return ESCAPER.map(VisibleText.of(text), null);
        }

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return !(result instanceof RawString);
        }

        @Override
        public String map(Object result, Expression expression) {
            return of(result.toString());
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        return Base64.getEncoder().encodeToString(DigestUtils.sha256(text));
    }
}
