package org.tipstats.collect.upload;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;

/**
 * The parts of a form that came as files.
 *
 * @param name returns the name of a part
 * @param path returns the file with the content of a part
 */
public record FormParts<F>(List<F> files, Function<F, String> name, Function<F, Path> path) {

    private List<F> named(String wanted) {
        return files.stream().filter(file -> wanted.equals(name.apply(file))).toList();
    }

    /**
     * Returns the only part with the name {@code file}.
     *
     * @throws ProblemException 400 if the form has no such part or several
     */
    public F file() {
        return UploadFields.file(named("file"));
    }

    /** Returns the first part of this name that came as a file; empty if there is none. */
    public Optional<F> optional(String part) {
        return named(part).stream().findFirst();
    }

    /**
     * Returns the text of a part that came as a field or as a file.
     *
     * @param field the text of the field, or null
     * @return null if the form has no such part
     * @throws ProblemException 413 if the file is larger than a mapping may be; 400 if it is not UTF-8
     */
    public String text(String part, String field) throws IOException {
        List<F> found = named(part);
        if (field != null || found.isEmpty()) {
            return field;
        }
        Path file = path.apply(found.get(0));
        if (Files.size(file) > MappingLimits.MAX_BYTES) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_LARGE,
                            "A part of the form may have at most " + MappingLimits.MAX_BYTES + " bytes.")
                    .with("limit", MappingLimits.MAX_BYTES));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw ProblemException.body("/" + part, null, "\"" + part + "\" must be a text in UTF-8.");
        }
    }
}
