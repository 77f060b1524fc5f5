package dev.rollcall.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/// Signs in through the form, as people do.
final class SignIn {

    private SignIn() {}

    /// @param login the address of the form
    static Page as(BrowserContext person, String login, String email) {
        var page = person.newPage();
        page.navigate(login);
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(PreparedFloor.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }
}
