package org.tipstats.collect.reports;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.tipstats.collect.reports.ReportFormats.ReportReply;

/** Writes reports, then releases the resources that the reports hold. */
@Provider
class ReportBodyWriter implements MessageBodyWriter<ReportReply> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return ReportReply.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            ReportReply reply,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try {
            reply.body().accept(out);
        } finally {
            reply.end().close();
        }
    }
}
