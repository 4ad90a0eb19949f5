package org.tipstats.site.metadata;

import io.quarkus.qute.TemplateExtension;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tipstats.collect.metadata.AcceptedMetadata;
import org.tipstats.collect.metadata.MetadataContent;
import org.tipstats.collect.metadata.MetadataService;
import org.tipstats.collect.metadata.MetadataVersion;
import org.tipstats.collect.metadata.MetadataVersion.MetadataStatus;
import org.tipstats.collect.metadata.NationalStructure;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.metadata.ShownMetadata.Line;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Collects the contents of the desk's pages on national metadata. */
@Singleton
record MetadataDesk(MetadataService metadata, AcceptedMetadata accepted, SchemaRegistry schemas) {

    private static final Map<MetadataStatus, String> TONES = Map.of(
            MetadataStatus.SUBMITTED, "info",
            MetadataStatus.ACCEPTED, "good",
            MetadataStatus.RETURNED, "warning",
            MetadataStatus.WITHDRAWN, "quiet");

    /**
     * The start page: the areas to write for and the versions to review.
     *
     * @param areas the areas that the reader writes for, sorted
     * @param waiting the versions that wait for a reviewer; empty if the reader is not a reviewer
     */
    record DeskOverview(List<String> areas, List<MetadataVersion> waiting, boolean reviews) {}

    /**
     * The desk of an area.
     *
     * @param dataflow the dataflow that the form is about; null if the form is about all dataflows
     * @param flows the dataflows that the form may be about
     * @param writes whether the reader may write
     * @param base the content with which the form is filled at first
     * @param history all versions of the area, newest first
     */
    record AreaDesk(
            String area,
            String dataflow,
            List<Dataflow> flows,
            boolean writes,
            MetadataContent base,
            List<MetadataVersion> history) {

        /** Returns the number of the version with which the form is filled at first; 0 if there is no version. */
        public int newest() {
            return versions().mapToInt(MetadataVersion::version).findFirst().orElse(0);
        }

        /** Returns whether an empty form would withdraw something. */
        public boolean isWithdrawable() {
            return MetadataVersion.saySomething(history, dataflow);
        }

        private Stream<MetadataVersion> versions() {
            return history.stream().filter(each -> Objects.equals(each.dataflow(), dataflow));
        }

        /**
         * Returns the content with which a form was filled at first. Newer versions may exist since then. Version 0 is
         * empty. If there is no such version, returns the newest content.
         */
        MetadataContent startOf(String version) {
            return versions()
                    .filter(each -> String.valueOf(each.version()).equals(version))
                    .findFirst()
                    .map(MetadataVersion::content)
                    .orElse("0".equals(version) ? MetadataContent.EMPTY : base);
        }
    }

    /**
     * A version, and the actions that the reader may take.
     *
     * @param decides whether the reader may accept the version or return it to the area
     * @param own whether the reader is a reviewer who wrote this version, so that another reviewer must decide
     * @param confirms whether the reader may confirm the version
     */
    record VersionPage(MetadataVersion version, List<Line> lines, boolean decides, boolean own, boolean confirms) {}

    NationalStructure structure() {
        return accepted.structure();
    }

    DeskOverview overview(Actor who) {
        return new DeskOverview(
                who.areas().stream().sorted().toList(), metadata.waiting(who), who.may(AccountRole.REVIEWER));
    }

    /**
     * Returns the desk of an area.
     *
     * @param dataflow the id of a dataflow; any other value means all dataflows
     * @throws org.tipstats.platform.problem.ProblemException 404 if the reader may not see the metadata of the area
     */
    AreaDesk of(String area, String dataflow, Actor who) {
        List<MetadataVersion> history = metadata.history(area, who);
        String about = schemas.reported().stream()
                .map(Dataflow::id)
                .filter(id -> id.equals(dataflow))
                .findFirst()
                .orElse(null);
        MetadataContent base = history.stream()
                .filter(each -> Objects.equals(each.dataflow(), about))
                .findFirst()
                .map(MetadataVersion::content)
                .orElse(MetadataContent.EMPTY);
        return new AreaDesk(area, about, schemas.reported(), who.reports(area), base, history);
    }

    VersionPage version(String area, String number, Actor who, PageTexts t) {
        MetadataVersion version = metadata.get(area, number, who);
        boolean open = version.status() == MetadataStatus.SUBMITTED && who.may(AccountRole.REVIEWER);
        boolean own = open && metadata.isWriter(version, who);
        boolean holds = accepted.of(area).stream().anyMatch(each -> each.version() == version.version());
        List<Line> lines = new ShownMetadata(structure(), t).lines(version.content());
        return new VersionPage(version, lines, open && !own, own, holds && who.reports(area));
    }

    @TemplateExtension(matchName = "text")
    static String status(MetadataStatus status, PageTexts t) {
        return t.say("metadata.status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** Returns the CSS class of a status. */
    @TemplateExtension
    static String tone(MetadataStatus status) {
        return TONES.get(status);
    }

    /** Returns the name of the dataflow that a version is about, or words for all figures. */
    @TemplateExtension
    static String about(MetadataVersion version, PageTexts t, FileWords words) {
        return version.dataflow() == null ? t.say("metadata.all") : words.dataflow(version.dataflow(), t);
    }
}
