package io.daybook.api.platform.errors;

import io.daybook.platform.Identifiers;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

import reactor.netty.NettyPipeline;

import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/**
 * What is no request, or one too long, Netty refuses before anybody else sees it, with nothing but
 * a status: here it gets the problem that every other refusal has.
 */
@Sharable
public final class BareRefusals extends ChannelOutboundHandlerAdapter {

    private final JsonMapper json;

    public BareRefusals(JsonMapper json) {
        this.json = json;
    }

    /** Stands where all answers pass, Netty's own too. */
    public void join(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null) {
            pipeline.addBefore(NettyPipeline.HttpTrafficHandler, "daybook.bareRefusals", this);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        // whoever waits for it has given the promise
        var unused =
                context.write(
                        message instanceof FullHttpResponse answer && isBare(answer)
                                ? told(answer)
                                : message,
                        promise);
    }

    private static boolean isBare(FullHttpResponse answer) {
        return answer.status().code() >= HttpStatus.BAD_REQUEST.value()
                && !answer.content().isReadable()
                && !answer.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private FullHttpResponse told(FullHttpResponse bare) {
        byte[] body =
                json.writeValueAsBytes(
                        problem(bare.status().code())
                                .members("/", Identifiers.next().toString(), Optional.empty()));
        FullHttpResponse told =
                new DefaultFullHttpResponse(
                        bare.protocolVersion(), bare.status(), Unpooled.wrappedBuffer(body));
        told.headers()
                .set(bare.headers())
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        bare.release();
        return told;
    }

    private static Problem problem(int status) {
        return switch (HttpStatus.resolve(status)) {
            case URI_TOO_LONG ->
                    Problem.of(
                            HttpStatus.URI_TOO_LONG,
                            "address-too-long",
                            "The address of the request is too long.");
            case REQUEST_HEADER_FIELDS_TOO_LARGE ->
                    Problem.of(
                            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                            "headers-too-large",
                            "The headers of the request are too large.");
            case null, default ->
                    Problem.of(
                            HttpStatusCode.valueOf(status),
                            "unusable-request",
                            "The request cannot be read: its address or a header is not what HTTP"
                                    + " allows.");
        };
    }
}
