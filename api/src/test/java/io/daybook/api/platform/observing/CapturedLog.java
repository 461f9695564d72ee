package io.daybook.api.platform.observing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import io.daybook.api.RunningDaybook;

import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Every line of the log as the setting {@code ecs} writes it. */
final class CapturedLog {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Capturing appender = new Capturing();

    void start(RunningDaybook daybook) {
        LoggerContext context = root.getLoggerContext();
        context.putObject(Environment.class.getName(), daybook.bean(Environment.class));
        appender.encoder.setContext(context);
        appender.encoder.setFormat("ecs");
        appender.encoder.setCharset(StandardCharsets.UTF_8);
        appender.encoder.start();
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    void stop() {
        root.detachAppender(appender);
        appender.stop();
    }

    List<String> lines() {
        return lines;
    }

    private final class Capturing extends AppenderBase<ILoggingEvent> {

        private final StructuredLogEncoder encoder = new StructuredLogEncoder();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new String(encoder.encode(event), StandardCharsets.UTF_8).strip());
        }
    }
}
