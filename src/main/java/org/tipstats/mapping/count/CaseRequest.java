package org.tipstats.mapping.count;

import java.util.Objects;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The options of a count.
 *
 * @param area the area that the list belongs to
 * @param year the only year to count, and the year of rows in a list without dates; null for all years
 * @param eachForm whether a person with several forms of exploitation is counted in each of them. Otherwise the person
 *     is counted in a broader form that contains them all, or else in the code for mixed forms.
 */
public record CaseRequest(Dataflow dataflow, Code area, String year, boolean eachForm) {

    public CaseRequest {
        Objects.requireNonNull(dataflow, "dataflow");
        Objects.requireNonNull(area, "area");
    }
}
