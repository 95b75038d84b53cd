# Included by the templates, and used by none that we build.
!define /ifndef nsProcess::FindProcess ""
