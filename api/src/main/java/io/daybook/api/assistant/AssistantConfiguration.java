package io.daybook.api.assistant;

import io.daybook.api.assistant.analyst.Analyst;
import io.daybook.api.assistant.models.ModelAnswerer;
import io.daybook.api.assistant.models.ModelSettings;
import io.daybook.api.assistant.models.Models;
import io.daybook.api.assistant.runs.AnalystAnswerer;
import io.daybook.api.assistant.runs.RunEngine;
import io.daybook.api.assistant.runs.RunLog;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Queries;
import io.daybook.platform.SteadyClock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;

import java.time.Clock;

/** Sets up the assistant. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AssistantSettings.class, ModelSettings.class})
public class AssistantConfiguration {

    @Bean
    Models models(ModelSettings settings) {
        return new Models(settings, new SteadyClock());
    }

    @Bean
    RunLog runLog(Commands commands) {
        return new RunLog(commands);
    }

    @Bean
    RunEngine runEngine(
            AssistantSettings settings,
            RunLog log,
            ToolGateway gateway,
            Models models,
            ModelSettings modelSettings,
            Clock clock) {
        AnalystAnswerer analyst = new AnalystAnswerer(new Analyst(clock));
        return new RunEngine(
                settings, log, gateway, new ModelAnswerer(models, modelSettings, clock, analyst));
    }

    @Bean
    ForgottenRuns forgottenRuns(RunEngine engine) {
        return new ForgottenRuns(engine);
    }

    @Bean
    UnfinishedRunsSweep unfinishedRunsSweep(
            AssistantSettings settings,
            Queries queries,
            RunLog log,
            RunEngine engine,
            Scheduler virtualThreads) {
        return new UnfinishedRunsSweep(settings, queries, log, engine, virtualThreads);
    }

    @Bean
    Targets targets(Queries queries, Models models) {
        return new Targets(queries, models);
    }
}
