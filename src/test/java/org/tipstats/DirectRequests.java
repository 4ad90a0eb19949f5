package org.tipstats;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.internal.filter.SendRequestFilter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.HttpParams;

/**
 * Sends the requests of tests with less work. REST Assured makes a client for each request, and each client looks up its own
 * version in all libraries. Here it gets ready settings. REST Assured also takes each request through a filter for forged
 * requests and one that measures time, and makes its address anew for both. No test uses these two. This filter ends the chain:
 * {@code log()} and the filters of a test have no effect, unless they are an {@code OrderedFilter} with an order below 1,000.
 */
@SuppressWarnings("deprecation")
final class DirectRequests implements Filter {

    private static final HttpParams SETTINGS = new BasicHttpParams();

    static {
        DefaultHttpClient.setDefaultHttpParams(SETTINGS);
    }

    /** Lets REST Assured use this from now on, once. */
    static void install() {
        RestAssured.replaceFiltersWith(new DirectRequests());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        ((AbstractHttpClient) request.getHttpClient()).setParams(SETTINGS.copy());
        return new SendRequestFilter().filter(request, response, context);
    }
}
