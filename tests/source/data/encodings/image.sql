‰PNG

