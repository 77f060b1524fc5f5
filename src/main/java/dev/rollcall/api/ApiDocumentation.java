package dev.rollcall.api;

import dev.rollcall.security.TokenScope;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;

/// What the running application says about its public interface: OpenAPI 3.1 at `/v3/api-docs`.
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    private static final String BEARER = "token";
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    @Bean
    static OpenAPI rollcallInterface() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Rollcall")
                                .version("v1")
                                .description(
                                        "Instants are RFC 3339 with an offset, dates ISO, durations"
                                                + " whole seconds. People are named by the id the"
                                                + " telephony, HR or CRM system gives them. A request has"
                                                + " at most 10 MiB."))
                .servers(List.of(new Server().url("/").description("This server")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "A token an admin made; it starts with"
                                                                + " rc_.")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /// Says of each address which scope it needs and how it can fail.
    @Bean
    static OperationCustomizer scopesAndProblems() {
        return (operation, handler) -> {
            operation.setDescription(description(operation, handler));
            if (isWrite(handler)) {
                operation.addParametersItem(idempotencyKey());
            }
            var failures = new TreeMap<String, String>();
            failures.put("400", "The request cannot be read, or a field is not valid");
            failures.put("401", "No valid token");
            failures.put("403", "The token lacks a scope; the answer names it");
            failures.put("404", "There is nothing of this name, or the token may not see it");
            failures.put("429", "Too many requests; see Retry-After");
            failures.put("503", "Not available at the moment; see Retry-After");
            if (isWrite(handler)) {
                failures.put("409", "Somebody else was first");
                failures.put("413", "More than 10 MiB");
                failures.put("415", "The body has an unknown form");
                failures.put("422", "The Idempotency-Key came with another request before");
            }
            failures.forEach((status, meaning) ->
                    operation.getResponses().addApiResponse(status, problem(meaning)));
            return operation;
        };
    }

    /// Events come one by one or as an array; they are read from a tree, so their shape is told
    /// here.
    @Bean
    static OperationCustomizer eventShapes() {
        return (operation, handler) -> {
            if (handler.getBeanType().equals(EventsController.class)) {
                var shape =
                        handler.getMethod().getName().equals("presenceEvents")
                                ? "PresenceEvent"
                                : "WorkEvent";
                var one = new Schema<>().$ref("#/components/schemas/" + shape);
                var many = new Schema<>();
                many.addType("array");
                many.setItems(one);
                many.setMaxItems(EventsController.MOST_EVENTS);
                var either = new Schema<>();
                either.setOneOf(List.of(one, many));
                operation.setRequestBody(
                        new RequestBody()
                                .required(true)
                                .content(
                                        new Content()
                                                .addMediaType("application/json", body(either))
                                                .addMediaType(
                                                        EventsController.CLOUD_EVENT, body(one))
                                                .addMediaType(
                                                        EventsController.CLOUD_EVENTS,
                                                        body(many))));
            }
            return operation;
        };
    }

    private static MediaType body(Schema<?> schema) {
        return new MediaType().schema(schema);
    }

    private static String description(Operation operation, HandlerMethod handler) {
        var needs = handler.getMethodAnnotation(NeedsScope.class);
        var scopes =
                needs == null || needs.value().length == 0
                        ? "Any valid token."
                        : "Scope: "
                                + Arrays.stream(needs.value())
                                        .map(TokenScope::text)
                                        .collect(Collectors.joining(" or "))
                                + ".";
        return operation.getDescription() == null
                ? scopes
                : operation.getDescription() + " " + scopes;
    }

    private static HeaderParameter idempotencyKey() {
        var parameter = new HeaderParameter();
        parameter
                .name(Idempotency.KEY)
                .description(
                        "The same key with the same request gets the first answer again, for a day")
                .required(false)
                .schema(new StringSchema().maxLength(255));
        return parameter;
    }

    private static ApiResponse problem(String meaning) {
        return new ApiResponse()
                .description(meaning)
                .content(
                        new Content()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        new MediaType()
                                                .schema(new Schema<>().$ref(PROBLEM_SCHEMA))));
    }

    private static boolean isWrite(HandlerMethod handler) {
        return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PutMapping.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PostMapping.class);
    }

    /// Describes what no controller's method mentions.
    @Bean
    static OpenApiCustomizer furtherSchemas() {
        return document -> {
            var components = document.getComponents();
            components.addSchemas("Problem", problemAsSchema());
            for (var shape :
                    List.of(
                            CloudEventShapes.PresenceEvent.class,
                            CloudEventShapes.WorkEvent.class)) {
                ModelConverters.getInstance(true).readAll(shape).forEach(components::addSchemas);
            }
            document.getTags().sort(Comparator.comparing(Tag::getName));
        };
    }

    private static Schema<?> problemAsSchema() {
        var error = new Schema<>();
        error.addType("object");
        error.setProperties(
                Map.of(
                        "pointer",
                        text("A JSON pointer to the field"),
                        "detail",
                        text("A sentence about it")));
        error.setRequired(List.of("pointer", "detail"));
        var errors = new Schema<>();
        errors.addType("array");
        errors.setItems(error);
        errors.setDescription("One for each bad field");
        var status = new Schema<>();
        status.addType("integer");
        status.setDescription("The status code");
        var problem = new Schema<>();
        problem.addType("object");
        problem.setDescription("What went wrong, as of RFC 9457");
        problem.setProperties(
                new TreeMap<>(
                        Map.of(
                                "type",
                                text("Names the kind of failure: urn:rollcall:problem:<code>"),
                                "title",
                                text("The kind of failure in words"),
                                "status",
                                status,
                                "detail",
                                text("What went wrong this time, and what to do"),
                                "code",
                                text("The last part of the type"),
                                "errors",
                                errors)));
        problem.setRequired(List.of("type", "title", "status", "detail", "code"));
        return problem;
    }

    private static Schema<?> text(String description) {
        var schema = new Schema<>();
        schema.addType("string");
        schema.setDescription(description);
        return schema;
    }
}
