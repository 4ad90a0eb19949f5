import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.tipstats.client.ApiClient;
import org.tipstats.client.ApiException;
import org.tipstats.client.api.CoverageApi;
import org.tipstats.client.api.DataApi;
import org.tipstats.client.api.ReleasesApi;
import org.tipstats.client.api.StructuresApi;
import org.tipstats.client.api.SubmissionsApi;
import org.tipstats.client.model.AreaCoverage;
import org.tipstats.client.model.CodeView;
import org.tipstats.client.model.DataMessage;
import org.tipstats.client.model.DataflowComponent;
import org.tipstats.client.model.DataflowDetail;
import org.tipstats.client.model.FindingGroup;
import org.tipstats.client.model.Observation;
import org.tipstats.client.model.Problem;
import org.tipstats.client.model.ReleaseView;
import org.tipstats.client.model.SavedQueryView;
import org.tipstats.client.model.SubmissionView;
import org.tipstats.client.model.ValidationReport;

/** What a program of others does with the generated client: by the address of a service and a release, what it read. */
public final class ReadsPublished implements BiFunction<String, Map<String, String>, Map<String, Object>> {

    @Override
    public Map<String, Object> apply(String address, Map<String, String> given) {
        try {
            return read(address, given);
        } catch (ApiException e) {
            throw new IllegalStateException(e.getCode() + " " + e.getResponseBody(), e);
        }
    }

    private static ApiClient client(String address) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        return client;
    }

    private static Map<String, Object> read(String address, Map<String, String> given) throws ApiException {
        Map<String, Object> read = new TreeMap<>();
        DataApi data = new DataApi(client(address));
        String release = given.get("release");
        read.put("pages", pages(data, release, given.get("area")));
        read.put("asked", asked(data, release, given.get("area")));
        read.put("saved", saved(data, release, given.get("area")));
        read.put("structure", structure(new StructuresApi(client(address))));
        ReleaseView view = new ReleasesApi(client(address))
                .getRelease(ReleasesApi.APIGetReleaseRequest.newBuilder().id(release).build());
        read.put("release", view.getId() + " " + view.getStatus().getValue() + " " + view.getContentHash());
        read.put("coverage", coverage(new CoverageApi(client(address)), release, given.get("area")));
        read.put("report", report(new SubmissionsApi(client(address)), given.get("file")));
        read.put("refusal", refusal(data));
        read.put("submissions", submissions(address, given.get("token")));
        return read;
    }

    /** All figures of an area, two a page. */
    private static List<String> pages(DataApi data, String release, String area) throws ApiException {
        List<String> cells = new ArrayList<>();
        String cursor = null;
        do {
            DataMessage page = data.readData(DataApi.APIReadDataRequest.newBuilder()
                    .dataflow("VICTIMS")
                    .REF_AREA(area)
                    .release(release)
                    .limit(2)
                    .cursor(cursor)
                    .build());
            page.getObservations().forEach(observation -> cells.add(cell(observation)));
            cursor = page.getNext() == null ? null : page.getNext().replaceFirst(".*[?&]cursor=([^&]*).*", "$1");
        } while (cursor != null);
        return cells;
    }

    private static String cell(Observation cell) {
        return String.join(
                " ",
                cell.getREFAREA(),
                cell.getAdditionalProperty("SEX"),
                cell.getAdditionalProperty("EXPLOITATION"),
                cell.getUNITMEASURE(),
                cell.getTIMEPERIOD(),
                String.valueOf(cell.getOBSVALUE()),
                cell.getOBSSTATUS(),
                String.valueOf(cell.getCONFSTATUS()));
    }

    private static Map<String, Object> question(String release, String area) {
        return Map.of("REF_AREA", List.of(area), "UNIT_MEASURE", "NUMBER", "release", release);
    }

    private static List<String> asked(DataApi data, String release, String area) throws ApiException {
        return data
                .askData(DataApi.APIAskDataRequest.newBuilder()
                        .dataflow("VICTIMS")
                        .requestBody(question(release, area))
                        .build())
                .getObservations()
                .stream()
                .map(ReadsPublished::cell)
                .toList();
    }

    private static List<String> saved(DataApi data, String release, String area) throws ApiException {
        Map<String, Object> question = new TreeMap<>(question(release, area));
        question.put("dataflow", "VICTIMS");
        SavedQueryView saved = data.saveQuery(
                DataApi.APISaveQueryRequest.newBuilder().requestBody(question).build());
        return data
                .readQueryData(DataApi.APIReadQueryDataRequest.newBuilder()
                        .id(saved.getId())
                        .build())
                .getObservations()
                .stream()
                .map(ReadsPublished::cell)
                .toList();
    }

    private static List<String> structure(StructuresApi structures) throws ApiException {
        DataflowDetail dataflow = structures.getDataflow(
                StructuresApi.APIGetDataflowRequest.newBuilder().id("VICTIMS").build());
        List<String> words = new ArrayList<>(
                dataflow.getDimensions().stream().map(DataflowComponent::getId).toList());
        structures
                .getCodeList(StructuresApi.APIGetCodeListRequest.newBuilder()
                        .id("CL_SEX")
                        .build())
                .getCodes()
                .stream()
                .map(CodeView::getId)
                .forEach(words::add);
        return words;
    }

    private static List<String> coverage(CoverageApi coverage, String release, String area) throws ApiException {
        List<AreaCoverage> rows = coverage.readCoverage(CoverageApi.APIReadCoverageRequest.newBuilder()
                        .release(release)
                        .dataflow("VICTIMS")
                        .REF_AREA(area)
                        .build())
                .getItems();
        return rows.stream()
                .map(row -> row.getTIMEPERIOD() + " " + row.getStatus().getValue())
                .toList();
    }

    private static List<String> report(SubmissionsApi submissions, String file) throws ApiException {
        ValidationReport report = submissions.validateFile(SubmissionsApi.APIValidateFileRequest.newBuilder()
                .dataflow("VICTIMS")
                ._file(new File(file))
                .build());
        List<String> words = new ArrayList<>();
        words.add(String.valueOf(report.getValid()));
        words.add(String.valueOf(report.getCounts().getError()));
        report.getSummary().stream().map(FindingGroup::getRule).forEach(words::add);
        return words;
    }

    private static List<String> refusal(DataApi data) throws ApiException {
        try {
            data.readData(DataApi.APIReadDataRequest.newBuilder()
                    .dataflow("VICTIMS")
                    .SEX("W")
                    .build());
            return List.of();
        } catch (ApiException e) {
            try {
                Problem problem = ApiClient.createDefaultObjectMapper().readValue(e.getResponseBody(), Problem.class);
                return List.of(
                        String.valueOf(e.getCode()),
                        problem.getType(),
                        problem.getErrors().get(0).getParameter());
            } catch (java.io.IOException unreadable) {
                throw new ApiException(unreadable);
            }
        }
    }

    private static List<String> submissions(String address, String token) throws ApiException {
        ApiClient signedIn = client(address);
        signedIn.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return new SubmissionsApi(signedIn)
                .listSubmissions(
                        SubmissionsApi.APIListSubmissionsRequest.newBuilder().build())
                .getItems()
                .stream()
                .map(SubmissionView::getSha256)
                .toList();
    }
}
