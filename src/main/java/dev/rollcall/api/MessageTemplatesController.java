package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.messages.MessageTemplate;
import dev.rollcall.messages.MessageTemplates;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What supervisors say often.
@RestController
@RequestMapping(ApiRequests.BASE + "/message-templates")
@Tag(name = "Messages")
class MessageTemplatesController {

    private final MessageTemplates templates;

    MessageTemplatesController(MessageTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    @NeedsScope({TokenScope.ADHERENCE_READ, TokenScope.ADHERENCE_WRITE})
    @Operation(
            operationId = "listMessageTemplates",
            summary = "List message templates",
            description = "All there ever were, in the order in which they are offered.")
    List<TemplateAnswer> list() {
        return templates.all().stream().map(TemplateAnswer::of).toList();
    }

    @PutMapping("/{code}")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "putMessageTemplate",
            summary = "Add a message template, say it otherwise or retire it")
    ResponseEntity<TemplateAnswer> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody TemplateForm form) {
        var saved =
                templates.save(
                        code,
                        form.text(),
                        Boolean.TRUE.equals(form.retired()),
                        ETags.expectedLong(ifMatch, null));
        return ResponseEntity.ok().eTag(ETags.of(saved.version())).body(TemplateAnswer.of(saved));
    }

    @PutMapping
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "orderMessageTemplates",
            summary = "Offer message templates in another order",
            description = "Names each there is once.")
    List<TemplateAnswer> order(@RequestBody OrderForm form) {
        var codes = form.codes();
        if (codes == null || codes.stream().anyMatch(Objects::isNull)) {
            throw InvalidInput.of("/codes", "Name the codes of all templates.");
        }
        templates.order(codes.stream().<String>map(Objects::requireNonNull).toList());
        return list();
    }

    /// @param text left out: as shipped
    @Schema(name = "MessageTemplateForm")
    record TemplateForm(
            @Schema(maxLength = QuickMessages.LONGEST_TEXT) @Nullable String text,
            @Nullable Boolean retired) {}

    @Schema(name = "MessageTemplateOrder")
    record OrderForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable List<@Nullable String> codes) {}

    /// @param text what people here say; null: as shipped
    @Schema(name = "MessageTemplate")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TemplateAnswer(String code, @Nullable String text, boolean retired, long version) {

        static TemplateAnswer of(MessageTemplate template) {
            return new TemplateAnswer(
                    template.code(), template.ownText(), template.retired(), template.version());
        }
    }
}
