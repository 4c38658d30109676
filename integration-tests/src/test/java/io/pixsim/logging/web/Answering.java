package io.pixsim.logging.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A servlet that is a lambda. */
interface Answering {

    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;

    static HttpServlet servlet(Answering answering) {
        return new HttpServlet() {
            private static final long serialVersionUID = 1;

            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                    throws IOException, ServletException {
                answering.answer(request, response);
            }
        };
    }
}
