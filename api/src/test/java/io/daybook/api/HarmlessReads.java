package io.daybook.api;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Tells BlockHound of what is waited for once in the life of a process: classes and texts are read,
 * and Jackson works out how a type is written and read while others who need it wait. Refused, the
 * latter left requests without an answer. And of a lock that is held for as long as it takes to
 * count up: spans are counted for their exporter.
 */
public final class HarmlessReads implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
        builder.allowBlockingCallsInside("java.util.ResourceBundle", "getBundleImpl");
        builder.allowBlockingCallsInside(
                "org.hibernate.validator.resourceloading.PlatformResourceBundleLocator",
                "getResourceBundle");
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.deser.DeserializerCache",
                "_createAndCacheValueDeserializer");
        builder.allowBlockingCallsInside(
                "tools.jackson.databind.ser.SerializerCache", "addAndResolveNonTypedSerializer");
        builder.allowBlockingCallsInside(
                "io.opentelemetry.sdk.trace.export.BatchSpanProcessor$Worker", "addSpan");
    }
}
