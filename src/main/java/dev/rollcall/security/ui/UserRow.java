package dev.rollcall.security.ui;

import dev.rollcall.security.User;

/// A user in the list, in words.
///
/// @param agent the name of the agent they are, empty for none
/// @param standing the state in words
record UserRow(User user, String roles, String agent, UserState state, String standing) {

    String key() {
        return Long.toString(user.id().value());
    }
}
