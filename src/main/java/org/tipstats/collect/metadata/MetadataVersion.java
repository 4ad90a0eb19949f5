package org.tipstats.collect.metadata;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of an area's metadata. Its content never changes. Only the area's submitters and staff see it.
 *
 * @param version the number of the version, from 1 for each area
 * @param dataflow the id of the dataflow; null if the metadata are about all dataflows
 * @param decidedAt absent while the version waits for a reviewer
 * @param reason why a reviewer returned the version; absent if none did
 * @param confirmedAt when a submitter last confirmed that the version is still correct; absent if nobody did
 * @param confirmedInRound the id of the round that asked the area then; absent outside of rounds
 */
@Schema(name = "NationalMetadataVersion")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetadataVersion(
        String area,
        int version,
        @JsonInclude String dataflow,
        MetadataStatus status,
        MetadataContent content,
        Instant writtenAt,
        String writtenBy,
        Instant decidedAt,
        String decidedBy,
        String reason,
        Instant confirmedAt,
        String confirmedBy,
        String confirmedInRound) {

    /**
     * Finds the newest version about the dataflow that is accepted or waits for a reviewer. Returns whether there is
     * such a version and it is not empty.
     *
     * @param dataflow the id of the dataflow; null for the metadata about all dataflows
     */
    public static boolean saySomething(List<MetadataVersion> newestFirst, String dataflow) {
        return newestFirst.stream()
                .filter(each -> Objects.equals(each.dataflow, dataflow))
                .filter(each -> each.status == MetadataStatus.SUBMITTED || each.status == MetadataStatus.ACCEPTED)
                .findFirst()
                .filter(each -> !each.content.saysNothing())
                .isPresent();
    }

    /** The status of a version. */
    @Schema(name = "NationalMetadataStatus")
    public enum MetadataStatus {
        /** The version waits for a reviewer. */
        SUBMITTED,
        /** A reviewer accepted the version. The newest accepted version is public. */
        ACCEPTED,
        /** A reviewer returned the version with a reason. */
        RETURNED,
        /** A newer version replaced this version before a reviewer decided. */
        WITHDRAWN
    }

    /**
     * Accepted metadata of an area, as everyone may read them.
     *
     * @param version the number of the version
     * @param dataflow the id of the dataflow; null if the metadata are about all dataflows
     * @param confirmedAt when the area last confirmed that the metadata are still correct; absent if it did not yet
     */
    @Schema(name = "NationalMetadata")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PublicMetadata(
            String area,
            int version,
            @JsonInclude String dataflow,
            MetadataContent content,
            Instant acceptedAt,
            Instant confirmedAt) {

        static PublicMetadata of(MetadataVersion accepted) {
            return new PublicMetadata(
                    accepted.area,
                    accepted.version,
                    accepted.dataflow,
                    accepted.content,
                    accepted.decidedAt,
                    accepted.confirmedAt);
        }
    }
}
