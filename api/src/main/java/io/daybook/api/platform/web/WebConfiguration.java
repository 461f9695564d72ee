package io.daybook.api.platform.web;

import io.daybook.api.platform.HttpSettings;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.errors.BareRefusals;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import java.time.Duration;

/** Sets up what all endpoints and pages share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
public class WebConfiguration implements WebFluxConfigurer {

    private final JsonMapper json;
    private final HttpSettings settings;
    private final LastWrites writes;

    public WebConfiguration(JsonMapper json, HttpSettings settings, LastWrites writes) {
        this.json = json;
        this.settings = settings;
        this.writes = writes;
    }

    @Bean
    RequestId requestId() {
        return new RequestId();
    }

    @Bean
    UsableQueries usableQueries() {
        return new UsableQueries();
    }

    @Bean
    NettyServerCustomizer bareRefusals() {
        BareRefusals told = new BareRefusals(json);
        return server ->
                server.doOnChannelInit(
                        (observer, channel, remote) -> told.join(channel.pipeline()));
    }

    @Bean
    SlowAnswer slowAnswer() {
        return new SlowAnswer(json, settings);
    }

    @Bean
    ForwardedRequests forwardedRequests() {
        return new ForwardedRequests(settings.trustedProxies());
    }

    @Bean
    RouterFunction<ServerResponse> pages() {
        return new Pages().routes();
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new PositionArgument(writes));
    }

    /**
     * What clients send is read strictly: no unknown fields, no numbers in place of texts, no NUL.
     */
    @Override
    public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
        JsonMapper strict =
                json.rebuild()
                        .addModule(new UsableTexts())
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .withCoercionConfig(
                                LogicalType.Textual,
                                texts ->
                                        texts.setCoercion(
                                                        CoercionInputShape.Integer,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Float,
                                                        CoercionAction.Fail)
                                                .setCoercion(
                                                        CoercionInputShape.Boolean,
                                                        CoercionAction.Fail))
                        .build();
        codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(strict));
        codecs.defaultCodecs().maxInMemorySize((int) settings.largestBody().toBytes());
    }

    /** The names of assets hold a hash of their content. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }
}
