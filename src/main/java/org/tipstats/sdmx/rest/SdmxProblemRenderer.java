package org.tipstats.sdmx.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemRenderer;
import org.tipstats.platform.problem.ProblemRenderer.FailedRequest;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;
import org.tipstats.sdmx.artefact.JsonVersion;
import org.tipstats.sdmx.artefact.MlVersion;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.sdmx.artefact.XmlOutput;
import org.tipstats.sdmx.question.AcceptedMediaTypes;
import org.tipstats.sdmx.question.SdmxProblems;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;

/**
 * Writes problems as error messages of SDMX. The default format is XML for version 1 and JSON for version 2. A client
 * that accepts only the other of these two formats gets that format.
 */
@Singleton
record SdmxProblemRenderer(ObjectMapper json, StructureService structures, Clock clock) implements ProblemRenderer {

    private static final String XML = "application/xml";
    private static final String JSON = "application/json";
    private static final List<String> V1 = List.of(XML, JSON);
    private static final List<String> V2 = List.of(JSON, XML);

    @Override
    public boolean covers(FailedRequest request) {
        return RestVersion.of(request.path()).isPresent();
    }

    @Override
    public RenderedProblem render(Problem problem, FailedRequest request) {
        List<String> offers = RestVersion.of(request.path()).orElse(RestVersion.V1) == RestVersion.V1 ? V1 : V2;
        // A client that accepts data in XML can also read errors in XML.
        String accept =
                request.header("Accept").orElse("").replaceAll("application/vnd\\.sdmx[^,;]*\\+", "application/");
        Optional<AcceptedMediaTypes.Choice<String>> liked =
                AcceptedMediaTypes.of(accept).best(offers, offer -> offer);
        String form = liked.map(AcceptedMediaTypes.Choice::offer).orElse(offers.get(0));
        return Uncheck.get(() -> new RenderedProblem(form, form.equals(XML) ? xml(problem) : json(problem)));
    }

    private static byte[] xml(Problem problem) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlOutput xml = new XmlOutput(out);
        xml.open("mes:Error");
        xml.attribute("xmlns:mes", MlVersion.V21.namespace("message"));
        xml.attribute("xmlns:com", MlVersion.V21.namespace("common"));
        xml.open("mes:ErrorMessage", "code", Integer.toString(SdmxProblems.code(problem.type())));
        for (String text : texts(problem)) {
            xml.text("com:Text", text, "xml:lang", "en");
        }
        xml.end();
        return out.toByteArray();
    }

    private byte[] json(Problem problem) throws IOException {
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        Header header = new Header("ERROR", now, structures.sender());
        ObjectNode root = JsonVersion.V21.root("data", header, new ReaderLanguages("en", false));
        ArrayNode errors = root.putArray("errors");
        List<String> texts = texts(problem);
        ObjectNode error = errors.addObject();
        error.put("code", SdmxProblems.code(problem.type()));
        error.put("title", problem.type().title());
        error.put("detail", String.join(" ", texts));
        return json.writeValueAsBytes(root);
    }

    /**
     * Returns the texts of the error message: first the detail of the problem, then the errors in the input that the
     * detail does not contain.
     */
    private static List<String> texts(Problem problem) {
        List<String> texts = new ArrayList<>(List.of(problem.detail()));
        for (InputError fault : problem.errors()) {
            if (!texts.contains(fault.message())) {
                texts.add(fault.message());
            }
        }
        return texts;
    }
}
