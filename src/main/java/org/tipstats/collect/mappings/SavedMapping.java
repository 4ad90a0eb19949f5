package org.tipstats.collect.mappings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.mapping.saved.Mapping;

/**
 * One version of a saved mapping.
 *
 * @param id the id that all versions share, for example {@code KGZ_3}
 * @param version the number of the version, from 1
 * @param area the area whose submitters saved the mapping
 */
public record SavedMapping(String id, int version, String name, String area, Mapping mapping) {

    /**
     * A reference to a mapping, as requests write it: {@code KGZ_3}, or {@code KGZ_3@2} for one version.
     *
     * @param version the number of the version; null for the newest
     */
    public record MappingReference(String id, Integer version) {

        private static final Pattern FORM = Pattern.compile("([A-Z]{3}_[1-9][0-9]{0,8})(?:@([1-9][0-9]{0,8}))?");

        /** Reads a reference. Returns empty if the text does not have the form of a reference. */
        public static Optional<MappingReference> parse(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            Integer version = parts.group(2) == null ? null : Integer.valueOf(parts.group(2));
            return Optional.of(new MappingReference(parts.group(1), version));
        }

        @Override
        public String toString() {
            return version == null ? id : id + "@" + version;
        }
    }
}
