package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.organisation.People;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Department;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Unit;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// People who handle the same work.
@RestController
@RequestMapping(ApiRequests.BASE + "/groups")
@Tag(name = "People")
class GroupsController {

    private final People people;
    private final Directory directory;

    GroupsController(People people, Directory directory) {
        this.people = people;
        this.directory = directory;
    }

    @GetMapping
    @NeedsScope({TokenScope.PEOPLE_READ, TokenScope.PEOPLE_WRITE})
    @Operation(operationId = "listGroups", summary = "List groups", description = "By code.")
    ResponseEntity<Page<GroupAnswer>> list(
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var groups = people.groups().stream().sorted(Comparator.comparing(Group::code)).toList();
        return Page.of(groups, Group::code, this::answer, limit, after);
    }

    @GetMapping("/{code}")
    @NeedsScope({TokenScope.PEOPLE_READ, TokenScope.PEOPLE_WRITE})
    @Operation(operationId = "getGroup", summary = "Read a group")
    ResponseEntity<GroupAnswer> get(@PathVariable String code) {
        return tagged(people.group(code));
    }

    @PutMapping("/{code}")
    @NeedsScope(TokenScope.PEOPLE_WRITE)
    @Operation(
            operationId = "putGroup",
            summary = "Create or replace a group",
            description = "If-Match guards against overwriting somebody else's change.")
    ResponseEntity<GroupAnswer> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String ifNoneMatch,
            @RequestBody GroupForm form) {
        var draft = new GroupDraft(form.name(), form.unit(), form.department(), form.channel());
        var expected = ETags.expectedLong(ifMatch, ifNoneMatch);
        ETags.checkNew(expected, () -> people.group(code));
        return tagged(people.putGroup(code, draft, expected));
    }

    private ResponseEntity<GroupAnswer> tagged(Group group) {
        return ResponseEntity.ok().eTag(ETags.of(group.version())).body(answer(group));
    }

    private GroupAnswer answer(Group group) {
        var department = group.department();
        return new GroupAnswer(
                group.code(),
                group.name(),
                directory.unit(group.unit()).map(Unit::code).orElse(""),
                department == null
                        ? null
                        : directory.department(department).map(Department::code).orElse(null),
                group.channel(),
                group.version());
    }

    /// @param department null leaves it as it is, an empty text takes the group out
    /// @param channel null leaves it as it is, TEAM when the group is new
    @Schema(name = "GroupForm")
    record GroupForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String unit,
            @Nullable String department,
            @Schema(allowableValues = {"TICKET", "CHAT", "CALL", "TEAM"})
                    @Nullable String channel) {}

    @Schema(name = "Group")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GroupAnswer(
            String code,
            String name,
            String unit,
            @Nullable String department,
            Channel channel,
            long version) {}
}
