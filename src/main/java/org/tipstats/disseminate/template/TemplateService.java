package org.tipstats.disseminate.template;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.collect.values.AccessibleFigures;
import org.tipstats.disseminate.template.Template.TemplateColumn;
import org.tipstats.platform.access.CurrentActor;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Makes templates. Templates without figures are for everyone. A template for an area has the figures that the reader
 * may see.
 */
@Singleton
record TemplateService(AccessibleFigures figures, CurrentActor actor, Clock clock) {

    /**
     * A template to send.
     *
     * @param name the name of the file, without extension
     * @param tag the versions from which the file was made, and its hash
     */
    record TemplateFile(String name, byte[] body, String tag, CachePolicy keeping) {}

    /**
     * Makes a template as CSV.
     *
     * @param area a code, or null
     * @param period a year, or null
     * @throws ProblemException with status 400 if the area or period is not valid
     */
    TemplateFile csv(Dataflow dataflow, String area, String period) {
        Template template = prepare(dataflow, area, period);
        return file(template, template.csv().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a template as a workbook, with texts in the given language. For the other parameters and the exception, see
     * {@link #csv}.
     */
    TemplateFile workbook(Dataflow dataflow, String area, String period, String language) {
        Template template = prepare(dataflow, area, period);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Uncheck.run(() -> new TemplateWorkbook(template, language).write(body));
        return file(template, body.toByteArray());
    }

    private static TemplateFile file(Template template, byte[] body) {
        Dataflow dataflow = template.dataflow();
        String whose = template.area() == null ? "" : "_" + template.area().id() + "_" + template.year();
        String versions = dataflow.id() + '-' + dataflow.version() + "-rules-" + RuleCatalogue.VERSION;
        return new TemplateFile(
                dataflow.id() + whose + "_template",
                body,
                versions + '-' + EntityTags.of(body),
                template.open() ? CachePolicy.ASK_AGAIN : CachePolicy.NEVER);
    }

    private Template prepare(Dataflow dataflow, String area, String period) {
        int thisYear = clock.instant().atZone(ZoneOffset.UTC).getYear();
        if (area == null) {
            if (period != null) {
                throw ProblemException.parameter(
                        "period", period, "\"period\" needs \"area\", too: it is the year of its rows.", List.of());
            }
            return new Template(dataflow, null, thisYear - 1, thisYear, List.of(), true);
        }
        Code code = area(dataflow, area);
        int year = period == null ? thisYear - 1 : year(dataflow.structure().time(), period, thisYear);
        List<Observation> known = figures.of(dataflow, code.id(), actor.get());
        List<Observation> last = Template.latest(known, dataflow.structure(), year);
        boolean open = AccessibleFigures.arePublic(dataflow, code.id(), actor.get());
        return new Template(dataflow, code, year, thisYear, last, open);
    }

    private static Code area(Dataflow dataflow, String text) {
        TemplateColumn areas = TemplateColumn.of(dataflow.structure().area(), dataflow);
        Optional<Code> found =
                areas.codes().stream().filter(code -> code.id().equals(text)).findFirst();
        return found.orElseThrow(() -> ProblemException.parameter(
                "area",
                text,
                "\"" + text + "\" is not the code of a country or area that reports.",
                Suggestions.of(areas.list(), areas.codes()::contains).forText(text)));
    }

    private static int year(Dimension time, String text, int thisYear) {
        int position = time.positionOf(text);
        int year = time.firstYear() + position;
        if (position < 0 || year > thisYear) {
            throw ProblemException.parameter(
                    "period",
                    text,
                    "Years are " + time.firstYear() + " to " + thisYear + ".",
                    List.of(Integer.toString(thisYear - 1)));
        }
        return year;
    }
}
