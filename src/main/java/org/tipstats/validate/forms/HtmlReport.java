package org.tipstats.validate.forms;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.findings.VisibleText;
import org.tipstats.validate.findings.Writing;
import org.tipstats.validate.forms.ReportFacts.Fact;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Writes reports as self-contained pages, without scripts or other files. Equal reports give equal bytes. Text from
 * files never becomes markup and does not change the direction of the text around it.
 */
public final class HtmlReport {

    /** Largest number of findings in one page. */
    public static final int MOST_FINDINGS = ReportWriter.MOST_FINDINGS;

    /** Facts longer than this have a row of their own. */
    private static final int WIDE = 24;

    private static final String STYLE = style();

    /**
     * The strictest content security policy under which the page is displayed correctly. A response header may extend
     * it.
     */
    public static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + hash(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private final Dataflow dataflow;
    private final ReportTexts texts;
    private final RuleTexts rules;

    /**
     * The links of a page. A link whose address is null is not shown.
     *
     * @param from the number of findings before those of the page
     * @param first the first page of findings; null on the first page
     * @param next the next page of findings
     */
    public record Links(long from, String first, String next, String csv, String xlsx, String json) {

        /** No links, for a page that stands alone. */
        public static final Links NONE = new Links(0, null, null, null, null, null);
    }

    /** @param language a code such as {@code en}; English is used if the language has no texts */
    public HtmlReport(Dataflow dataflow, String language) {
        this.dataflow = dataflow;
        this.texts = new ReportTexts(language);
        this.rules = RuleTexts.in(language);
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Writes the head and up to {@link #MOST_FINDINGS} findings.
     *
     * @param findings the findings of the report, from the first one on this page
     * @param out is flushed, not closed
     */
    public void write(ValidationReport report, Iterator<Finding> findings, Links links, OutputStream out)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        HtmlWriter html = new HtmlWriter(text);
        html.markup("<!DOCTYPE html>\n")
                .open("html", "lang", texts.language(), "dir", texts.isRightToLeft() ? "rtl" : "ltr")
                .line();
        writeHead(report, html);
        html.open("body").line();
        html.element("a", texts.get("skip"), "class", "skip", "href", "#findings");
        html.line().open("main").line();
        writeVerdict(report, html);
        writeFacts("file", new ReportFacts(texts).file(report.file()), html);
        writeFacts("stamps", new ReportFacts(texts).stamps(report, dataflow), html);
        HtmlFindings tables = new HtmlFindings(texts, rules, dataflow, html);
        tables.writeSummary(report.summary());
        tables.writeFindings(report, findings, links);
        new HtmlRules(texts, rules, html).write(report);
        html.close("main").line();
        writeLinks(links, html);
        html.close("body").close("html").line();
        text.flush();
    }

    private String title(ValidationReport report) {
        String name = report.file().name();
        return name == null
                ? texts.get("title.unnamed")
                : texts.say(
                        "title",
                        Map.of("name", Writing.isolating(texts.language()).isolated(VisibleText.of(name))));
    }

    private void writeHead(ValidationReport report, HtmlWriter html) throws IOException {
        html.markup("<head>\n<meta charset=\"utf-8\">\n")
                .open("meta", "http-equiv", "Content-Security-Policy", "content", POLICY)
                .line()
                .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        // A title has no markup, so its parts are not isolated.
        String title = title(report).replaceAll("[" + Writing.ISOLATE + Writing.END + "]", "");
        html.element("title", title + " \u2013 TIPstats").line();
        html.markup("<style>").markup(STYLE).markup("</style>\n</head>\n");
    }

    private void writeVerdict(ValidationReport report, HtmlWriter html) throws IOException {
        html.open("header");
        html.open("p", "class", "service").text("TIPstats \u00B7 ").value(report.dataflow());
        html.close("p").open("h1").sentence(title(report)).close("h1").line();
        String gravest = report.valid() ? report.counts().warning() > 0 ? "warning" : "good" : "error";
        html.element("p", texts.verdict(report), "class", "verdict " + gravest).line();
        html.open("ul", "class", "counts");
        writeCount(Severity.ERROR, report.counts().error(), html);
        writeCount(Severity.WARNING, report.counts().warning(), html);
        writeCount(Severity.INFORMATION, report.counts().information(), html);
        html.close("ul").close("header").line();
    }

    private void writeCount(Severity severity, long count, HtmlWriter html) throws IOException {
        String word = severity.word();
        html.open("li").element("span", texts.count("count." + word, count), "class", "severity " + word);
        html.close("li");
    }

    private void writeFacts(String section, List<Fact> facts, HtmlWriter html) throws IOException {
        html.open("section", "aria-labelledby", section);
        html.element("h2", texts.get("section." + section), "id", section)
                .open("dl")
                .line();
        for (Fact fact : facts) {
            html.open("div", "class", fact.value().length() > WIDE ? "wide" : null);
            html.element("dt", fact.name()).open("dd");
            if (fact.isText()) {
                html.text(fact.value());
            } else {
                html.value(fact.value());
            }
            html.close("dd").close("div").line();
        }
        html.close("dl").close("section").line();
    }

    private void writeLinks(Links links, HtmlWriter html) throws IOException {
        if (links.csv() == null && links.xlsx() == null && links.json() == null) {
            return;
        }
        html.open("footer").open("nav", "aria-labelledby", "links");
        html.element("h2", texts.get("links"), "id", "links").open("ul");
        writeLink("csv", links.csv(), html);
        writeLink("xlsx", links.xlsx(), html);
        writeLink("json", links.json(), html);
        html.close("ul").close("nav").close("footer").line();
    }

    private void writeLink(String form, String address, HtmlWriter html) throws IOException {
        if (address != null) {
            html.open("li").element("a", texts.get("link." + form), "href", address);
            html.close("li");
        }
    }
}
