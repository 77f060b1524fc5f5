package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.navigation.Arrangement;
import dev.rollcall.navigation.NavigationProfile;
import dev.rollcall.navigation.NavigationProfiles;
import dev.rollcall.security.Role;
import dev.rollcall.security.Roles;
import dev.rollcall.security.TokenScope;
import dev.rollcall.security.User;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Users;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Which pages roles and people find in the navigation.
@RestController
@RequestMapping(ApiRequests.BASE + "/settings/navigation-profiles")
@Tag(name = "Settings", description = "What adherence means here")
class NavigationProfilesController {

    private final NavigationProfiles profiles;
    private final Users users;
    private final Roles roles;

    NavigationProfilesController(NavigationProfiles profiles, Users users, Roles roles) {
        this.profiles = profiles;
        this.users = users;
        this.roles = roles;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "listNavigationProfiles",
            summary = "List navigation profiles",
            description = "In the order in which they decide for somebody who has several roles.")
    List<ProfileAnswer> list() {
        var known = users.list();
        return profiles.list().stream().map(each -> ProfileAnswer.of(each, known)).toList();
    }

    @PutMapping
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "orderNavigationProfiles",
            summary = "Put navigation profiles in another order",
            description =
                    "Names each there is once. Of those somebody's roles have, the first decides.")
    List<ProfileAnswer> order(@RequestBody OrderForm form) {
        var codes = form.codes();
        if (codes == null || codes.stream().anyMatch(Objects::isNull)) {
            throw InvalidInput.of("/codes", "Name the codes of all profiles.");
        }
        profiles.order(codes.stream().<String>map(Objects::requireNonNull).toList());
        return list();
    }

    @PutMapping("/{code}")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "putNavigationProfile",
            summary = "Make or change a navigation profile",
            description =
                    "Hides pages in the navigation only: whoever may open one still can. Pages that"
                            + " are not named are shown where they are shipped; no items: as shipped. A"
                            + " role or a person it is given to loses the profile before.")
    ResponseEntity<ProfileAnswer> put(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ProfileForm form) {
        var known = users.list();
        var problems = new InvalidInput.Collector();
        var items = form.readItems(problems);
        var forRoles = form.readRoles(roles.list(), problems);
        var people = form.readUsers(known, problems);
        problems.throwIfAny();
        var saved =
                profiles.save(
                        code,
                        form.name(),
                        new Arrangement(items),
                        forRoles,
                        people,
                        ETags.expectedLong(ifMatch, null));
        return ResponseEntity.ok()
                .eTag(ETags.of(saved.version()))
                .body(ProfileAnswer.of(saved, known));
    }

    @DeleteMapping("/{code}")
    @NeedsScope(TokenScope.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "deleteNavigationProfile",
            summary = "Remove a navigation profile",
            description = "Those Rollcall comes with stay.")
    void remove(@PathVariable String code) {
        profiles.remove(code);
    }

    @Schema(name = "NavigationProfileOrder")
    record OrderForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable List<@Nullable String> codes) {}

    /// @param name left out: as shipped, which a new one has no name for
    /// @param items left out or empty: as shipped
    /// @param roles codes of the roles that get it
    /// @param users e-mail addresses of those who get it whatever their roles
    @Schema(name = "NavigationProfileForm")
    record ProfileForm(
            @Schema(maxLength = NavigationProfiles.LONGEST_NAME) @Nullable String name,
            @Nullable List<@Nullable PageForm> items,
            @Nullable List<@Nullable String> roles,
            @Nullable List<@Nullable String> users) {

        List<Arrangement.Item> readItems(InvalidInput.Collector problems) {
            var read = new ArrayList<Arrangement.Item>();
            if (items != null) {
                for (int i = 0; i < items.size(); i++) {
                    var each = items.get(i);
                    var page = each == null ? null : each.page();
                    problems.check(
                            page != null,
                            "/items/" + i + "/page",
                            "A page is named by its address, and once.");
                    if (each != null && page != null) {
                        read.add(new Arrangement.Item(page, !Boolean.FALSE.equals(each.shown())));
                    }
                }
            }
            return read;
        }

        Set<String> readRoles(List<Role> known, InvalidInput.Collector problems) {
            var codes = known.stream().map(Role::code).collect(Collectors.toSet());
            var read = new HashSet<String>();
            if (roles != null) {
                for (int i = 0; i < roles.size(); i++) {
                    var each = roles.get(i);
                    boolean there = each != null && codes.contains(each);
                    problems.check(there, "/roles/" + i, "There is no role of this code.");
                    if (each != null) {
                        read.add(each);
                    }
                }
            }
            return read;
        }

        Set<UserId> readUsers(List<User> known, InvalidInput.Collector problems) {
            var read = new HashSet<UserId>();
            if (users != null) {
                for (int i = 0; i < users.size(); i++) {
                    var email = users.get(i);
                    var found =
                            known.stream()
                                    .filter(user -> user.email().equalsIgnoreCase(email))
                                    .findFirst();
                    problems.check(
                            found.isPresent(), "/users/" + i, "Nobody signs in with this address.");
                    found.ifPresent(user -> read.add(user.id()));
                }
            }
            return read;
        }
    }

    /// @param page its address, such as `adherence`
    /// @param shown left out: it is
    @Schema(name = "NavigationPageForm")
    record PageForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String page,
            @Nullable Boolean shown) {}

    /// @param name what people here call it; null: as shipped
    /// @param users e-mail addresses
    @Schema(name = "NavigationProfile")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProfileAnswer(
            String code,
            @Nullable String name,
            boolean builtIn,
            List<PageAnswer> items,
            List<String> roles,
            List<String> users,
            long version) {

        static ProfileAnswer of(NavigationProfile it, List<User> known) {
            return new ProfileAnswer(
                    it.code(),
                    it.name(),
                    it.builtIn(),
                    it.arrangement().items().stream()
                            .map(each -> new PageAnswer(each.page(), each.shown()))
                            .toList(),
                    it.roles().stream().sorted().toList(),
                    known.stream()
                            .filter(user -> it.people().contains(user.id()))
                            .map(User::email)
                            .sorted()
                            .toList(),
                    it.version());
        }
    }

    @Schema(name = "NavigationPage")
    record PageAnswer(String page, boolean shown) {}
}
